// Change sets that are thought of and not made: joined to nothing.

CREATE CONSTRAINT scenario_name IF NOT EXISTS FOR (s:Scenario) REQUIRE s.name IS UNIQUE;
