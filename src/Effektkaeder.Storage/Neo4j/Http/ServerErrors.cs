using System.Security.Authentication;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>What a server or the way to it may answer, by code, in words a user can act on.</summary>
internal static class ServerErrors
{
    /// <summary>Transient by name, yet the same work would need the same memory again.</summary>
    private static readonly string[] NeverAgain =
    [
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "Neo.TransientError.General.OutOfMemoryError",
        "Neo.TransientError.General.TransactionMemoryLimit",
        "Neo.TransientError.General.StackOverFlowError",
    ];

    /// <summary>What it folds would not be what is asked for: the letter I is another's small one in Turkish.</summary>
    public static StoreException OtherLetters(Neo4jOptions options) =>
        new(
            $"{options.Location} gør store bogstaver små efter et andet sprogs regler, så en søgning ville svare forkert. Start serveren "
                + "med server.jvm.additional=-Duser.language=en."
        );

    public static StoreException Of(Neo4jOptions options, string code, string message) =>
        code switch
        {
            "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.TokenExpired" => new(
                $"{options.Location} tager ikke imod bruger og adgangskode. Sæt EFFEKT__NEO4J__USER og EFFEKT__NEO4J__PASSWORD "
                    + $"(eller EFFEKT__NEO4J__PASSWORD_FILE)."
            ),
            "Neo.ClientError.Security.AuthenticationRateLimit" => new(
                $"{options.Location} har lukket for brugeren en tid efter flere forkerte adgangskoder. Vent lidt, og prøv med den rigtige."
            ),
            "Neo.ClientError.Security.Forbidden" => new(
                $"Brugeren må ikke det, der kræves, i {options.Location}: {message} Rettighederne står i docs/drift.md."
            ),
            "Neo.ClientError.Database.DatabaseNotFound" => new(
                $"Der er ingen database »{options.Database}« på {options.Server.Authority}. Ret det sidste led i --store."
            ),
            "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
            or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
            or "Neo.ClientError.Statement.AccessMode" => new(
                $"{options.Location} kan kun læses. Åbn databasen for skrivning, eller vælg en anden med --store."
            ),
            "Neo.ClientError.Cluster.NotALeader"
            or "Neo.ClientError.Transaction.TransactionNotFound"
            or "Neo.ClientError.Transaction.TransactionAccessedConcurrently" => new(
                $"{options.Location} skiftede undervejs: {message}",
                isTransient: true
            ),
            // A server that was started again knows nothing of the transaction.
            "Neo.ClientError.Request.Invalid" when message.StartsWith("Transaction with Id", StringComparison.Ordinal) => new(
                $"{options.Location} skiftede undervejs: {message}",
                isTransient: true
            ),
            // Two that open an empty database at once both see no index and both make it: asked again, "if not exists" sees the other's.
            "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
            or "Neo.ClientError.Schema.IndexAlreadyExists"
            or "Neo.ClientError.Schema.ConstraintAlreadyExists" => new(
                $"{options.Location} blev indrettet af en anden imens: {message}",
                isTransient: true
            ),
            "Neo.ClientError.Schema.ConstraintValidationFailed" => new(
                $"{options.Location} har allerede en knude, som effekt ikke har lavet, så intet er gemt: {message} »effekt verify« nævner "
                    + "den: slet den, eller giv den et mærke af jeres egne."
            ),
            "Neo.DatabaseError.Schema.ConstraintCreationFailed" => new(
                $"{options.Location} har flere knuder med samme nøgle, så den kan ikke gøres unik: {message} Slet den, der er lavet uden "
                    + "om effekt, eller giv den et mærke af jeres egne, og gentag."
            ),
            "Neo.ClientError.Procedure.ProcedureCallFailed"
                when message.Contains("no such fulltext schema index", StringComparison.Ordinal) => new(
                $"{options.Location} mangler et indeks: det er slettet uden om effekt. »effekt verify --repair« lægger det igen."
            ),
            // With a full disk the server answers the first or the second to a commit, and the third to all that is asked after; the first
            // also to a commit that it has not memory enough to end.
            "Neo.DatabaseError.Transaction.TransactionCommitFailed"
            or "Neo.ClientError.Request.Invalid"
            or "Neo.DatabaseError.Transaction.TransactionStartFailed" => new(
                $"{options.Location} kan ikke gemme: {message} Er serverens disk fuld, eller har den for lidt hukommelse "
                    + $"(server.memory.heap.max_size)? Skaf plads, start serveren igen, og efterprøv lageret med »effekt verify«."
            ),
            _ when NeverAgain.Contains(code) => new(
                $"{options.Location} havde ikke hukommelse nok til ændringen. Giv serveren mere (server.memory.heap.max_size), "
                    + $"eller del ændringen op."
            ),
            _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => new(
                $"{options.Location} kan ikke svare lige nu: {message}",
                isTransient: true
            ),
            _ => new($"{options.Location} svarede {code}: {message}"),
        };

    public static StoreException Of(Neo4jOptions options, HttpRequestException e) =>
        SpeaksPlainly(e)
            ? new(
                $"{options.Server.Authority} svarer ikke krypteret. Er det der, serveren er, så skriv "
                    + $"neo4j+http://{options.Server.Authority}/{options.Database}.",
                inner: e
            )
        : e.InnerException is AuthenticationException
            ? new(
                $"Forbindelsen til {options.Server.Authority} er ikke til at stole på: {e.InnerException.Message}. Er certifikatet "
                    + "gyldigt for navnet, og har en, maskinen tror på, underskrevet det? Et eget certifikat nævnes med SSL_CERT_FILE.",
                inner: e
            )
        : new(
            $"{options.Location} kan ikke nås: {(e.InnerException ?? e).Message.TrimEnd('.')}. "
                + (
                    options.Server.Port == Neo4jAddress.Bolt
                        ? $"{Neo4jAddress.Bolt} er Bolts port: Query API er på 7474 (http) eller 7473 (https)."
                        : "Kører serveren, og er adressen rigtig?"
                ),
            isTransient: true,
            e
        );

    /// <summary>Whether a server is there, and its certificate is not to be trusted.</summary>
    public static bool IsUntrusted(StoreException e) =>
        e.InnerException is HttpRequestException { InnerException: AuthenticationException } sent && !SpeaksPlainly(sent);

    /// <summary>Whether what answered is no TLS: it has the same type of error as a certificate, and only other words.</summary>
    private static bool SpeaksPlainly(HttpRequestException e) =>
        e.InnerException is AuthenticationException { Message: var said } && said.Contains("frame", StringComparison.Ordinal);

    /// <summary>None of the places where a Bolt address has its Query API.</summary>
    /// <param name="elsewhere">Where it answers all the same, in a way that was not asked for.</param>
    public static StoreException NowhereElse(Neo4jOptions options, Uri? elsewhere, Exception last)
    {
        var server =
            elsewhere is not null ? $"{elsewhere.Scheme}://{elsewhere.Authority}"
            : options.Server.IsDefaultPort ? $"{options.Server.Scheme}://{options.Server.Host}"
            : $"{options.Server.Scheme}://{options.Server.Host}:PORT";
        var why = last.InnerException is HttpRequestException { InnerException: { } cause } ? $" ({cause.Message.TrimEnd('.')})" : "";
        return new(
            $"Ingen Query API fundet på {string.Join(" eller ", options.Others.Prepend(options.Server).Select(s => s.Authority))}{why}. "
                + (
                    elsewhere is null
                        ? "Effekt taler HTTP og ikke Bolt: slå det til på serveren, og skriv"
                        : "Den svarer et andet sted: skriv"
                )
                + $" neo4j+{server}/{options.Database}.",
            inner: last
        );
    }

    /// <summary>A database that holds something that effekt did not put there.</summary>
    public static StoreException Another(Neo4jOptions options, string what) =>
        new(
            $"{options.Location} holder noget andet ({what}), så effekt rører den ikke. Vælg en anden database, eller skriv "
                + $"{options.Location}?ved-siden-af=ja, hvis de skal stå sammen."
        );

    /// <summary>A database that has what people see of a store, and nothing of the store itself.</summary>
    public static StoreException Exported(Neo4jOptions options) =>
        new(
            $"{options.Location} holder knuder af effekts slags, men ikke lageret bag dem: de er lagt ind af et andet værktøj, som fra "
                + "»effekt export cypher«. Vælg en tom database; »effekt copy --from … --to …« lægger et helt lager over i den."
        );

    public static StoreException TooSlow(Neo4jOptions options, Exception e) =>
        new($"{options.Location} svarede ikke inden {options.Timeout.TotalSeconds:0} sekunder. Prøv igen.", isTransient: true, e);

    public static StoreException NotNeo4j(Neo4jOptions options, int status) =>
        new(
            $"{options.Server} svarer ikke som Neo4j (HTTP {status}). Er porten den til HTTP (7474 eller 7473), og er Query API slået til?",
            isTransient: status is 502 or 503 or 504
        );

    public static StoreException TooOld(Neo4jOptions options, string version) =>
        new($"{options.Server.Authority} kører Neo4j {version}; der kræves 5.26 eller nyere.");
}
