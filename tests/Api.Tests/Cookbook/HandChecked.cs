namespace Effektkaeder.Api.Tests.Cookbook;

/// <summary>
/// The cookbook's answers as they follow from the documents in <c>seed/</c>, read by hand. A line an object, its values in the
/// order asked; »-« is null, »¶« a line's end; a line that begins with »|« goes on with the one above.
/// </summary>
internal static class HandChecked
{
    public static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["aftaler"] = """
            Målaftale 2016-18, Socialpsykiatrien og Center for Afhængighed | MAALAFTALE | 2016-01-01 | 2018-12-31 | 2016-08-29
              Ansvarlig leder
              Centerchef
            Udviklingsaftale 2016, Center for Handicap og Psykiatri | UDVIKLINGSAFTALE | 2016-02-29 | 2016-12-31 | 2016-02-29
              Handicap og Psykiatriudvalget
              Handicap og Psykiatrichef
            Målaftale 2025-26, Jobcenter Vestersø | MAALAFTALE | 2025-01-01 | 2026-12-31 | 2025-01-14
              Ansvarlig leder
              Centerchef
            Udviklingsaftale 2025, Center for Børn og Unge | UDVIKLINGSAFTALE | 2025-03-03 | 2025-12-31 | 2025-03-03
              Børne- og Ungeudvalget
              Centerchef
            Udviklingsaftale 2025, Center for Sundhed og Omsorg | UDVIKLINGSAFTALE | 2025-02-17 | 2025-12-31 | 2025-02-17
              Sundheds- og Omsorgsudvalget
              Centerchef
            """,
        // Point 3: the goal, the effort, three contributions, one effect, five indicators. Point 4: two goals and 1 + 1 + 1 + 4.
        ["kritiske-politikker"] = """
            Erhvervsudviklingspolitikken | 11
            Udsattepolitikken | 9
            """,
        // Point 1 of Børn og Unge: both activities make the one effect, which both indicators judge.
        ["maalhierarki"] = """
            Hjælp i rette tid
              Tidlig opsporing
                Hvert dagtilbud får en ressourceperson for tidlig opsporing
                  Målet er, at færre børn når at få det dårligt, fordi de voksne ser tegnene…
                    Andel af dagtilbud, der bruger opsporingsskemaet
                    Antal børn, hvor tegn er set, inden de fylder fire år
                Sundhedsplejen og dagtilbuddene bruger samme opsporingsskema
                  Målet er, at færre børn når at få det dårligt, fordi de voksne ser tegnene…
                    Andel af dagtilbud, der bruger opsporingsskemaet
                    Antal børn, hvor tegn er set, inden de fylder fire år
            """,
        // Ophav only names a policy, so its goal is an unspecified one under it.
        ["effektkaede"] = """
            Fælles ungevejledning
              opad:
                1 | INDSATS | Unge i job og uddannelse
                2 | POLITISK_MAAL | Beskæftigelsespolitik, Arbejde og Uddannelse
                3 | POLITIK | Beskæftigelsespolitik, Arbejde og Uddannelse
              nedad:
                1 | EFFEKT | Flere unge begynder på en uddannelse
                1 | EFFEKT | Unge ved, hvem de skal gå til
                2 | INDIKATOR | Antal unge, der begynder på en uddannelse
                2 | INDIKATOR | Unge ved, hvem deres vejleder er (målt i spørgeskema)
            """,
        ["centers-indsatser"] = """
            2
              Plads til flere på arbejdsmarkedet
                Virksomhedsrettede forløb
              Unge i job og uddannelse
                Fælles ungevejledning
            """,
        // All five Koblinger fields that name an effort; Tidlig opsporing and Sunde overgange name each other: one coupling.
        ["koblinger-paa-tvaers"] = """
            Længst muligt i eget liv | Center for Sundhed og Omsorg
              Plads til flere på arbejdsmarkedet | EKSPLICIT | 0.9
            Plads til flere på arbejdsmarkedet | Center for Arbejde og Uddannelse
              Længst muligt i eget liv | EKSPLICIT | 0.9
            Stærke skolefællesskaber | Center for Børn og Unge
              Unge i job og uddannelse | EKSPLICIT | 0.9
            Sunde overgange | Center for Sundhed og Omsorg
              Tidlig opsporing | EKSPLICIT | 0.9
            Tidlig opsporing | Center for Børn og Unge
              Sunde overgange | EKSPLICIT | 0.9
            Unge i job og uddannelse | Center for Arbejde og Uddannelse
              Stærke skolefællesskaber | EKSPLICIT | 0.9
            """,
        ["ansvarlige"] = """
            Ansvarlig leder | Karla Vinther
              Fælles ungevejledning
              Virksomhedsrettede forløb
            Leder | -
              Tidlig opsporing
            Omsorgschef | -
              Længst muligt i eget liv
            Skolechef | -
              Stærke skolefællesskaber
            Sundhedschef | -
              Sunde overgange
            """,
        ["forpligtelser"] = """
            Center for Arbejde og Uddannelse
              Stærke skolefællesskaber | Center for Børn og Unge
            Center for Børn og Unge
              Sunde overgange | Center for Sundhed og Omsorg
            Center for Sundhed og Omsorg
              Tidlig opsporing | Center for Børn og Unge
            Region Midtvest
              Sunde overgange | Center for Sundhed og Omsorg
            Socialtilsyn Vest
              Tidlig opsporing | Center for Børn og Unge
            Ældrerådet
              Længst muligt i eget liv | Center for Sundhed og Omsorg
            """,
        ["frister"] = """
            1. november 2025 | FRIST
              tider:
                - | 2025-11-01
              ejere:
                Sunde overgange
            Alle skoler har haft besøg i 4. kvartal 2025 | MILEPAEL
              tider:
                2025-10-01 | 2025-12-31
              ejere:
                Fælles ungevejledning
            Ultimo 2025 | FRIST
              tider:
                - | 2025-12-31
              ejere:
                Stærke skolefællesskaber
            """,
        ["opfoelgninger"] = """
            1. februar 2026: Status på besøg på skoler | OPFOELGNING
              tider:
                2026-02-01 | 2026-02-01
              ejere:
                Fælles ungevejledning
            Der følges op på forløbene i 3. kvartal 2025 og 3. kvartal 2026 | OPFOELGNING
              tider:
                2025-07-01 | 2025-09-30
                2026-07-01 | 2026-09-30
              ejere:
                Virksomhedsrettede forløb
            Status på bidrag med centerchef Mogens Aagaard 1. kvartal 2026 | RAPPORTERING
              tider:
                2026-01-01 | 2026-03-31
              ejere:
                Fælles ungevejledning
            """,
        // Two effects and two indicators in one table, and both indicators speak of the young: neither is one effect's own.
        ["effekter-ingen-maaler"] = """
            Flere unge begynder på en uddannelse | 2 indikatorer står i samme skema, men ingen af dem siger, at de måler netop denne effekt.
            Unge ved, hvem de skal gå til | 2 indikatorer står i samme skema, men ingen af dem siger, at de måler netop denne effekt.
            """,
        // The målaftale has no Dokumentation field: its four; the point that refers upwards documents nothing of its own.
        ["indikatorer-uden-dokumentation"] = """
            En fælles strategi for, hvordan kommunen varetager sine egne interesser i… | Center for Handicap og Psykiatri
            Benchmark med andre kommuner | Center for Handicap og Psykiatri
            En vurdering af, om de tilbud kommunen har, er til at få fat i for dem, der… | Center for Handicap og Psykiatri
            """,
        ["baselines"] = """
            alleMaalinger:
              I skoleåret 2023/24 havde 214 elever højt fravær. | vaerdi
              Der skal foretages en måling af, hvor mange børn der er fundet med skemaet i 2024. | planlagt
              I 2024 gennemførte 310 borgere et forløb. | vaerdi
              Ingen | ingen
            mangler:
              Sunde overgange
              Fælles ungevejledning
              Virksomhedsrettede forløb
            """,
        ["skygger"] = """
            AFTALE | Center for Arbejde og Uddannelses målaftale
            POLITIK | Beskæftigelsespolitik, Arbejde og Uddannelse
            POLITIK | Børnepolitikken
            POLITIK | Sundhedspolitikken
            VISION | Sammen om hverdagen
            """,
        ["paragraffens-brugere"] = """
            SEL § 83a
              INDSATS | Længst muligt i eget liv | Center for Sundhed og Omsorg
              BIDRAG | Virksomhedsrettede forløb | Center for Arbejde og Uddannelse
            """,
        ["maal-falder-bort"] = """
            MISTER_GRUNDLAG | 0 | INDSATS | Stærke skolefællesskaber
            MISTER_GRUNDLAG | 0 | BIDRAG | Og fraværsteam mødes med jobcentrets ungevejledere hvert kvartal
            MISTER_GRUNDLAG | 0 | BIDRAG | Skolerne opretter fraværsteam
            MISTER_GRUNDLAG | 0 | EFFEKT | Målet er, at elever med højt fravær igen får lyst til at være i skolen
            MISTER_GRUNDLAG | 0 | INDIKATOR | Antal elever med højt fravær
            MISTER_GRUNDLAG | 0 | INDIKATOR | Elever siger, at de trives (målt i spørgeskema)
            SVAEKKES | 0.5 | INDSATS | Tidlig opsporing
            SVAEKKES | 0.5 | BIDRAG | Hvert dagtilbud får en ressourceperson for tidlig opsporing
            SVAEKKES | 0.5 | BIDRAG | Sundhedsplejen og dagtilbuddene bruger samme opsporingsskema
            SVAEKKES | 0.5 | EFFEKT | Målet er, at færre børn når at få det dårligt, fordi de voksne ser tegnene…
            SVAEKKES | 0.5 | INDIKATOR | Andel af dagtilbud, der bruger opsporingsskemaet
            SVAEKKES | 0.5 | INDIKATOR | Antal børn, hvor tegn er set, inden de fylder fire år
            """,
        ["politik-falder-bort"] = """
            bortfaldne:
              POLITIK | Udsattepolitikken
              POLITISK_MAAL | Helhedsorienteret indsats og sagsbehandling
              POLITISK_MAAL | Mødet mellem Kommunen og borgeren
            beroerte:
              INDSATS | Udsatteområdet
              BIDRAG | Socialpsykiatrisk Center, Forsorgshjemmet Toften, Misbrugscentret og Myndighed…
              EFFEKT | Målet er, at de mest udsatte borgere og familier i Center for Handicap og…
              INDIKATOR | Benchmark med andre kommuner
              INDIKATOR | En baselinemåling hos de hårdest ramte borgere
              INDIKATOR | En vurdering af, om de tilbud kommunen har, er til at få fat i for dem, der…
              INDIKATOR | Et forslag til, hvordan Socialpsykiatrisk Center, Forsorgshjemmet Toften…
            indeni:
              milepaele:
                Ultimo 2016
              maalinger:
                Der skal først laves en baselinemåling hos de hårdest ramte borgere, så…
            """,
        ["indsats-udskydes"] = """
            30. september 2025 | 2025-09-30 | 2026-03-31 | KONFLIKT | Udviklingsaftale 2025, Center for Børn og Unge
              | Flyttes ud over aftalens periode, som slutter 31. december 2025.
            """,
        // Own centre: two contributions, one effect, two indicators. Over one coupling: the effort of Arbejde og Uddannelse with
        // one contribution, two effects, two indicators, and that centre itself.
        ["beroerte-centre"] = """
            Center for Arbejde og Uddannelse | 7
            Center for Børn og Unge | 5
            """,
        // Over the goal's own effort and its coupling.
        ["vejen-imellem"] = """
            nej
              2 | 0.9
                Hjælp i rette tid
                Tidlig opsporing
                Sunde overgange
            """,
        ["ensidige-koblinger"] = """
            Længst muligt i eget liv | Plads til flere på arbejdsmarkedet
            Stærke skolefællesskaber | Unge i job og uddannelse
            """,
        ["kildens-ord"] = """
            I skoleåret 2023/24 havde 214 elever højt fravær
              Udviklingsaftale 2025, Center for Børn og Unge | 2025-03-03
                vestersoe-boern-og-unge/aftale.md | Baseline | I skoleåret 2023/24 havde 214 elever højt fravær.
            """,
        ["risici"] = """
            Det mest usikre er, om vejledere kan skaffes
              Fælles ungevejledning
            Det mest usikre er, om virksomhederne bliver ved
              Virksomhedsrettede forløb
            """,
        ["politikkernes-maal"] = """
            Beskæftigelsespolitik, Arbejde og Uddannelse
              Beskæftigelsespolitik, Arbejde og Uddannelse
                Plads til flere på arbejdsmarkedet
                Unge i job og uddannelse
            Børnepolitikken
              Fællesskaber for alle
                Stærke skolefællesskaber
                Tidlig opsporing
              Hjælp i rette tid
                Tidlig opsporing
            Sundhedspolitikken
              Et aktivt ældreliv
                Længst muligt i eget liv
              Lige adgang til sundhed
                Længst muligt i eget liv
                Sunde overgange
            """,
        // Byrådets vision is only named; Sundhed og Omsorg writes out no vision of its own.
        ["maal-uden-vision"] = """
            Beskæftigelsespolitik, Arbejde og Uddannelse | ja
            Et aktivt ældreliv | nej
            Lige adgang til sundhed | nej
            """,
        ["seneste-aendringer"] = """
            5 | import | vestersoe-sundhed-og-omsorg/aftale.md | Indlæst: Udviklingsaftale 2025, Center for Sundhed og Omsorg
            4 | import | vestersoe-boern-og-unge/aftale.md | Indlæst: Udviklingsaftale 2025, Center for Børn og Unge
            3 | import | vestersoe-arbejde-og-uddannelse/aftale.md | Indlæst: Målaftale 2025-26, Jobcenter Vestersø
            2 | import | slagelse-udviklingsaftale-2016/aftale.md | Indlæst: Udviklingsaftale 2016, Center for Handicap og Psykiatri
            1 | import | guldborgsund-maalaftale-2016-18/aftale.md | Indlæst: Målaftale 2016-18, Socialpsykiatrien og Center for Afhængighed
            """,
        // PROM in one indicator of Sundhed og Omsorg; DEL in a milestone of B5 and an indicator of B6.
        ["redskaber"] = """
            DEL | guldborgsund
              koblinger:
                Rehabiliterende tilgang
                Udvikling og implementering af værktøj
              indikatorer:
                Antallet af målinger af borgernes fremgang (DEL-rapporter)
            PROM | vestersoe
              koblinger:
                Sunde overgange
              indikatorer:
                Borgere oplever, at overgangen hang sammen (målt med PROM)
            """,
        ["maalgruppens-indsatser"] = """
            Unge under 25 år uden uddannelse | som afledt effekt
              Fælles ungevejledning
            """,
        // A title that holds only a longer word ranks with the texts.
        ["soegning"] = """
            8
              1 | DOKUMENTATION | Fraværsstatistik over elever med højt fravær
              2 | INDIKATOR | Antal elever med højt fravær
              2 | MAALGRUPPE | Elever i 7.-9. klasse med højt fravær
              2 | MAALING | I skoleåret 2023/24 havde 214 elever højt fravær
              2 | EFFEKT | Målet er, at elever med højt fravær igen får lyst til at være i skolen
              3 | BIDRAG | Og fraværsteam mødes med jobcentrets ungevejledere hvert kvartal
              3 | BIDRAG | Skolerne opretter fraværsteam
              4 | INDSATS | Stærke skolefællesskaber
            """,
        ["betingelser"] = """
            MAALGRUPPE | Hver virksomhed, som Center for Handicap og Psykiatri bevilger eller giver…
              | såfremt det ud fra en faglig vurdering gavner borgerne
            INDIKATOR | Det aftales hvem der driver dem, såfremt det besluttes at åbne | såfremt det besluttes at åbne
            """,
        ["faelles-temaer"] = """
            Hjemmeside
              2
                Branding
                Højere faglighed giver bedre kvalitet
            Kompetenceudvikling
              3
                Højere faglighed giver bedre kvalitet
                Oprettelse af (nye) tilbud
                Rehabiliterende tilgang
            Vidensdeling
              2
                Højere faglighed giver bedre kvalitet
                Udvikling og implementering af værktøj
            """,
        ["ufuldstaendige-felter"] = """
            Udsatteområdet | Dokumentet slutter midt i feltet Dokumentation. | 114 | Dokumentation
            Tværgående borgermiljøer | Feltet Dokumentation henviser til et andet felt. | 70 | Dokumentation
            """,
        ["formularens-felter"] = """
            Stærke skolefællesskaber
              Politisk mål | Børnepolitikkens mål om (1) Fællesskaber for alle | VAERDI
              Mål | Målet er, at elever med højt fravær igen får lyst til at være i skolen. | VAERDI
              Koblinger | Indsatsen »Unge i job og uddannelse« i Center for Arbejde og Uddannelse | VAERDI
              Målgruppe | Elever i 7.-9. klasse med højt fravær. | VAERDI
              Aktivitet | - Skolerne opretter fraværsteam. ¶ - Og fraværsteam mødes med jobcentrets ungevejledere hvert kvartal. | VAERDI
              Deadline | Ultimo 2025 | VAERDI
              Ansvarlig | Skolechefen | VAERDI
              Tværgående forpligtelser | Center for Arbejde og Uddannelse | VAERDI
              Ressourcer | Der søges en pulje i ministeriet. | VAERDI
              Baseline | I skoleåret 2023/24 havde 214 elever højt fravær. | VAERDI
              Effektindikator | - Antal elever med højt fravær ¶ - Elever siger, at de trives (målt i spørgeskema) | VAERDI
              Dokumentation | - Fraværsstatistik over elever med højt fravær ¶ - Rapport om, hvordan elever trives | VAERDI
            """,
        ["indikatorer-pr-center-og-aar"] = """
            41
              15
                Center for Handicap og Psykiatri
                2016
              14
                Center for Socialområdet
                2016
              14
                Center for Socialområdet
                2017
              14
                Center for Socialområdet
                2018
              4
                Center for Arbejde og Uddannelse
                2025
              4
                Center for Arbejde og Uddannelse
                2026
              4
                Center for Børn og Unge
                2025
              4
                Center for Sundhed og Omsorg
                2025
            """,
        ["milepaele-i-kvartal"] = """
            Det afklares, hvad vi vil være kendt for | Center for Socialområdet
              2017-01-01 | 2017-01-31
              2016-09-01 | 2016-11-30
            Der er igangsættes prøveforløb i det små for en del af målgruppen (§ 85… | Center for Socialområdet
              2017-01-01 | 2017-01-01
            """,
        ["forskel-mellem-aar"] = """
            antal:
              NY | 0
              FJERNET | 91
              AENDRET | 0
              FLYTTET | 0
            noder:
              FJERNET | Recovery og rehabilitering
              FJERNET | Slagelse som sælgerkommune
              FJERNET | Tværgående borgermiljøer
              FJERNET | Udsatteområdet
              FJERNET | Erhvervsudviklingspolitikken
              FJERNET | Udsattepolitikken
            paavirkning:
            """,
        ["bortfaldet-siden"] = """
            At kommunen forlader tanken om at kompensere for det, borgeren ikke kan, og i… | Center for Handicap og Psykiatri
            Slagelse Kommune skal stå stærkere som sælgerkommune | Center for Handicap og Psykiatri
            Et inkluderende miljø er åbent for alle slags borgere | Center for Handicap og Psykiatri
            Målet er, at de mest udsatte borgere og familier i Center for Handicap og… | Center for Handicap og Psykiatri
            """,
        ["to-kommuner"] = """
            optaelling:
              15
                indikatorer
                Slagelse Kommune
              14
                indikatorer
                Guldborgsund Kommune
              13
                effekter
                Guldborgsund Kommune
              7
                bidrag
                Slagelse Kommune
              6
                bidrag
                Guldborgsund Kommune
              5
                politiske mål
                Slagelse Kommune
              4
                indsatser
                Slagelse Kommune
              4
                effekter
                Slagelse Kommune
              3
                indsatser
                Guldborgsund Kommune
              1
                visioner
                Slagelse Kommune
              1
                politiske mål
                Guldborgsund Kommune
            daekning:
              Guldborgsund Kommune | 13 | 7 | 1 | 0 | 13 | 0
              Slagelse Kommune | 4 | 4 | 3 | 3 | 0 | 0
            """,
        ["umaalte-effekter-pr-center"] = """
            Center for Socialområdet | 13 | 7
            Center for Handicap og Psykiatri | 4 | 4
            Center for Arbejde og Uddannelse | 3 | 1
            Center for Børn og Unge | 2 | 2
            Center for Sundhed og Omsorg | 2 | 2
            """,
        ["opfoelgning-foer-milepael"] = """
            ADVARSEL | 1. oktober 2016: Temperaturmåling mhp. om huset er parat til at åbne tilbud | Temperaturmåling
            """,
        ["paragraf-efter-ansvarlig"] = """
            3
              noegler:
                Ansvarlig leder (Ditte Overgaard)
              noder:
                Oprettelse af (nye) tilbud
                Rehabiliterende tilgang
                Velfærdsteknologi
            """,
        ["betingede-koblinger"] = """
            1
              EKSPLICIT | NB! skal politisk godkendes i Økonomiudvalget og Byrådet i februar/marts | Udsatteområdet
                | Direktionens udviklingsaftale
            """,
        ["overskredet-efter-person"] = """
            8
              4 | 2017-01-31
                Ansvarlig leder (Ditte Overgaard)
              2 | 2016-12-31
                Myndighed
              2 | 2016-06-30
                Centerchef
              2 | 2016-06-30
                Ledergruppe
              1 | 2016-12-31
                Alle virksomhederne i Center for Handicap og Psykiatri
              1 | 2016-12-31
                Forsorgshjemmet Toften
              1 | 2016-12-31
                Misbrugscentret
              1 | 2016-12-31
                Socialpsykiatrisk Center
            """,
        ["daekning"] = """
            4 | 4 | 3 | 3 | 0 | 0
              At kommunen forlader tanken om at kompensere for det, borgeren ikke kan, og i…
                baselines:
                  Socialpsykiatrisk Center Slagelse har prøvet recovery af, men centret har…
                dokumentation:
                  Baselinemåling foretaget med redskabet, der måler effekten for borgeren
                  Strategidokumentet
                opfoelgninger:
              Slagelse Kommune skal stå stærkere som sælgerkommune
                baselines:
                  Slagelse har pt. ingen strategi, der samler arbejdet som Sælgerkommune
                dokumentation:
                  Den samlede strategi for Slagelse som sælgerkommune
                  En undersøgelse af den kvalitet, som køberne oplever
                  Strategien for hver af virksomhederne i Center for Handicap og Psykiatri
                  Udkastet til en plan for strategisk controlling i Myndighed
                opfoelgninger:
            """,
        // One agreement of the unit is read, so nothing can be held against it.
        ["maalets-aar"] = """
            Kun 2025 er indlæst: der er intet at holde den op mod.
              navne:
                Center for Børn og Unge | 2025-03-03
              aargange:
                2025 | Center for Børn og Unge
              forloeb:
                INDSATS | Tidlig opsporing
                  -
            """,
        // Point 1 of the agreement: two contributions, the goal's effect and two indicators, and nobody has told of any.
        ["hvordan-staar-det"] = """
            UKENDT | ingen har meldt noget | -
              under:
                UKENDT | BIDRAG | Hvert dagtilbud får en ressourceperson for tidlig opsporing | ingen har meldt noget | -
                UKENDT | BIDRAG | Sundhedsplejen og dagtilbuddene bruger samme opsporingsskema | ingen har meldt noget | -
                UKENDT | EFFEKT | Målet er, at færre børn når at få det dårligt, fordi de voksne ser tegnene… | ingen har meldt noget | -
                UKENDT | INDIKATOR | Andel af dagtilbud, der bruger opsporingsskemaet | ingen måling er meldt | -
                UKENDT | INDIKATOR | Antal børn, hvor tegn er set, inden de fylder fire år | ingen måling er meldt | -
              udviklinger:
            """,
        // Vestersø has a theme of the same name.
        ["mest-koblede"] = """
            19
              6
                Center for Socialområdets målaftale
              3
                SEL § 85
              3
                Kompetenceudvikling, Guldborgsund Kommune
            """,
        ["som-det-gjaldt"] = """
            alleAftaler:
              Målaftale 2016-18, Socialpsykiatrien og Center for Afhængighed
            alleIndsatser:
              Livsmestring via samskabelse og inddragelse
              Markedsgørelse
              Virkningsbaseret praksis
            """,
        ["vej-i-ord"] = """
            0.9 | Indsatsen »Udsatteområdet« forpligter »Jobcentret« (Tværgående forpligtelser: »Rådgivning og Udbetaling, Jobcentret«).
            """,
    };
}
