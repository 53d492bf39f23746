namespace Effektkaeder.Api.Requests;

/// <summary>
/// What the engine says, in Danish: each of its sentences, English with places, and the same with its places. Sentences stand inside
/// each other (a near name, what was found where something else was expected), so parts of sentences have their own line.
/// </summary>
public static class EngineTexts
{
    public static readonly IReadOnlyDictionary<string, string> Danish = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["\"{0}\""] = "»{0}«",
        [" Did you mean {0}?"] = " Mente du {0}?",
        ["{0} or {1}"] = "{0} eller {1}",
        ["Internal error"] = "Noget gik galt hos os. Serverens log siger hvad; meld den.",
        ["The field \"{0}\" has no value, but promises one."] =
            "Feltet »{0}« har ingen værdi, men lover én. Det er en fejl hos os; meld den.",
        ["The field \"{0}\" promises a list, but has none."] =
            "Feltet »{0}« lover en liste, men har ingen. Det er en fejl hos os; meld den.",
        ["The value of \"{0}\" is no object type of \"{1}\"."] =
            "Værdien af »{0}« er ingen af de typer, »{1}« kan være. Det er en fejl hos os; meld den.",
        ["A value of the .NET type {0} is no {1}."] = "En værdi af typen {0} er ingen {1}. Det er en fejl hos os; meld den.",
        ["The document is {0} bytes long; at most {1} are taken."] = "Forespørgslen fylder {0} bytes; højst {1} tages.",
        ["${0} holds half a surrogate pair, which is no text."] = "${0} rummer et halvt tegn (en enlig surrogat), som ingen tekst er.",
        ["${0} must be given: it is of type \"{1}\"."] = "${0} skal gives: den er af typen »{1}«.",
        ["A subscription is answered by a stream of events, which this request did not ask for: accept text/event-stream."] =
            "Et abonnement besvares med en strøm af hændelser, som der ikke er bedt om: tag imod text/event-stream.",
        ["Only a subscription is answered by a stream of events."] = "Kun et abonnement besvares med en strøm af hændelser.",
        ["The subscription has no source of events."] = "Abonnementet har ingen kilde. Det er en fejl hos os; meld den.",
        ["The operation took longer than the {0} ms it may."] = "Forespørgslen tog længere end de {0} ms, den må. Spørg om mindre.",
        ["The document holds no operation."] = "Der er ingen forespørgsel i det sendte.",
        ["The document holds several operations: the request must name one."] =
            "Der er flere forespørgsler i det sendte: nævn én med operationName.",
        ["The document holds no operation \"{0}\".{1}"] = "Der er ingen forespørgsel »{0}« i det sendte.{1}",
        ["${0} must not be null: it decides a @skip or @include."] = "${0} kan ikke være null: den afgør et @skip eller @include.",
        ["The operation costs {0} points; at most {1} are taken."] =
            "Forespørgslen koster {0} point; højst {1} tages. Spørg om færre ad gangen.",
        ["The stream has been open for the {0} s it may: subscribe anew to go on."] =
            "Strømmen har været åben i de {0} s, den må: abonnér igen for at fortsætte.",
        ["Only GET and POST are taken."] = "Kun GET og POST tages.",
        ["The answer can be {0}, {1} or {2}, none of which is accepted."] =
            "Svaret kan være {0}, {1} eller {2}; ingen af dem tages der imod.",
        ["The body must be {0} in UTF-8, and say so in Content-Type."] = "Indholdet skal være {0} i UTF-8 og sige det i Content-Type.",
        ["The body is {0} bytes long; at most {1} are taken."] = "Indholdet fylder {0} bytes; højst {1} tages.",
        ["A mutation must be sent by POST."] = "En ændring skal sendes med POST.",
        ["Give either \"query\" or \"documentId\", not both."] = "Giv enten »query« eller »documentId«, ikke begge.",
        ["There is no document \"{0}\"."] = "Der er intet dokument »{0}«. Kogebogens navne kan bruges.",
        ["{0} streams of events are open; at most {1} are."] =
            "{0} strømme af hændelser er åbne; flere end {1} kan ikke være det. Prøv igen senere.",
        ["The body {0}"] = "Indholdet {0}",
        ["The body is a list: several requests at once are not taken."] =
            "Indholdet er en liste: flere forespørgsler på én gang tages ikke.",
        ["The body is not a JSON object."] = "Indholdet er ikke et JSON-objekt.",
        ["The parameter \"{0}\" must be text."] = "Parameteren »{0}« skal være tekst.",
        ["The parameter \"{0}\" must be an object."] = "Parameteren »{0}« skal være et objekt.",
        ["The parameter \"{0}\" is given more than once."] = "Parameteren »{0}« er givet mere end én gang.",
        ["The parameter \"{0}\" {1}"] = "Parameteren »{0}« {1}",
        ["The parameter \"{0}\" must be a JSON object."] = "Parameteren »{0}« skal være et JSON-objekt.",
        ["The request holds no document: give \"query\"."] = "Der er ingen forespørgsel: giv »query«.",
        ["holds half a surrogate pair, which is no text."] = "rummer et halvt tegn (en enlig surrogat), som ingen tekst er.",
        ["is not UTF-8."] = "er ikke UTF-8.",
        ["is not JSON."] = "er ikke JSON.",
        ["nests {0} levels deep; at most {1} are taken."] = "er {0} lag dyb; højst {1} tages.",
        ["has an object with the same name twice."] = "har et objekt med samme navn to gange.",
        ["the end of the document"] = "slutningen",
        ["A single quote opens no string here: use a double quote (\")."] =
            "En apostrof begynder ingen tekst her: brug et anførselstegn (\").",
        ["The character {0} is not allowed here."] = "Tegnet {0} kan ikke stå her.",
        ["A comment holds {0}, which is no Unicode scalar value."] = "En kommentar rummer {0}, som ikke er et tegn i Unicode.",
        ["A number needs a digit before the decimal point."] = "Et tal skal have et ciffer før punktummet.",
        ["A dot stands alone: fragments are spread with three (\"...\")."] =
            "Et punktum står alene: et fragment sættes ind med tre (\"...\").",
        ["A number may not begin with 0 and a further digit, as {0}."] = "Et tal kan ikke begynde med 0 og endnu et ciffer, som {0}.",
        ["A number may not be followed by {0}."] = "Et tal kan ikke følges af {0}.",
        ["A digit must stand here, not {0}."] = "Her skal stå et ciffer, ikke {0}.",
        ["A string is not closed before the end of its line."] = "En tekst er ikke afsluttet, før linjen slutter.",
        ["A string holds {0}, which is no Unicode scalar value."] = "En tekst rummer {0}, som ikke er et tegn i Unicode.",
        ["\\ followed by {0} is no escape sequence."] = "\\ fulgt af {0} betyder intet.",
        ["\"{0}\" names no Unicode scalar value."] = "»{0}« er ikke et tegn i Unicode.",
        ["A block string is opened and never closed."] = "En bloktekst er begyndt og aldrig afsluttet.",
        ["A query in short form takes no description: write \"query\" before its brace."] =
            "En forespørgsel i kort form har ingen beskrivelse: skriv »query« før dens parentes.",
        ["An extension takes no description."] = "En udvidelse har ingen beskrivelse.",
        ["The document has more than {0} tokens, the most that are taken."] =
            "Forespørgslen har mere end {0} ord og tegn, som er det meste, der tages.",
        ["Expected {0}, but found {1}."] = "Her skal stå {0}, ikke {1}.",
        ["Expected \"{0}\", but found {1}."] = "Her skal stå »{0}«, ikke {1}.",
        ["The document nests deeper than {0} levels, the most that are taken."] =
            "Forespørgslen er dybere end {0} lag, som er det meste, der tages.",
        ["Did not expect {0} here."] = "Her kan ikke stå {0}.",
        ["A fragment cannot be named \"on\"."] = "Et fragment kan ikke hedde »on«.",
        ["A variable cannot stand in a constant value."] = "En variabel kan ikke stå i en fast værdi.",
        ["An enum value cannot be called {0}: the word is reserved."] = "En værdi kan ikke hedde {0}: det ord er optaget.",
        ["the name \"{0}\""] = "navnet »{0}«",
        ["the number {0}"] = "tallet {0}",
        ["a string"] = "en tekst",
        ["the start of the document"] = "begyndelsen",
        ["a name"] = "et navn",
        ["an integer"] = "et helt tal",
        ["a number with a fraction or exponent"] = "et tal med decimaler eller eksponent",
        ["The operation nests with its fragments {0} levels deep; at most {1} are taken."] =
            "Forespørgslen er med sine fragmenter {0} lag dyb; højst {1} tages.",
        ["The operation nests {0} fields deep; at most {1} are taken."] = "Forespørgslen er {0} felter dyb; højst {1} tages.",
        ["The operation has {0} aliases; at most {1} are taken."] = "Forespørgslen har {0} aliasser; højst {1} tages.",
        ["The operation has {0} directives; at most {1} are taken."] = "Forespørgslen har {0} direktiver; højst {1} tages.",
        ["The operation has {0} root fields; at most {1} are taken."] = "Forespørgslen har {0} felter øverst; højst {1} tages.",
        ["The operation nests lists {0} deep; at most {1} are taken."] = "Forespørgslen har {0} lister inde i hinanden; højst {1} tages.",
        ["the schema"] = "kontrakten",
        ["The definition of {0} cannot be executed."] = "Definitionen af {0} kan ikke udføres.",
        [" Did you mean a fragment on {0}?"] = " Mente du et fragment på {0}?",
        ["The type \"{0}\" has no field \"{1}\".{2}"] = "Typen »{0}« har intet felt »{1}«.{2}",
        ["A fragment cannot be on \"{0}\", which has no fields."] = "Et fragment kan ikke være på »{0}«, som ingen felter har.",
        ["The directive \"{0}\""] = "Direktivet »{0}«",
        ["The field \"{0}\""] = "Feltet »{0}«",
        ["{0} has no argument \"{1}\".{2}"] = "{0} har intet argument »{1}«.{2}",
        ["There is no directive \"@{0}\".{1}"] = "Der er intet direktiv »@{0}«.{1}",
        ["The directive \"@{0}\" cannot stand on {1}."] = "Direktivet »@{0}« kan ikke stå på {1}.",
        ["There is no fragment \"{0}\".{1}"] = "Der er intet fragment »{0}«.{1}",
        ["The schema has no {0} operations."] = "Kontrakten har ingen forespørgsler af slagsen {0}.",
        ["There is no type \"{0}\".{1}"] = "Der er ingen type »{0}«.{1}",
        ["An operation without a name must be the only one of its document."] = "En forespørgsel uden navn skal være den eneste.",
        ["The fragment \"{0}\" spreads itself."] = "Fragmentet »{0}« sætter sig selv ind.",
        ["The fragment \"{0}\" spreads itself by way of {1}."] = "Fragmentet »{0}« sætter sig selv ind ad vejen {1}.",
        ["The variable \"${0}\" is not defined{1}."] = "Variablen »${0}« er ikke nævnt{1}.",
        ["The fragment \"{0}\" is not used."] = "Fragmentet »{0}« bruges ikke.",
        ["The variable \"${0}\" is not used{1}."] = "Variablen »${0}« bruges ikke{1}.",
        [" by the operation \"{0}\""] = " af forespørgslen »{0}«",
        ["Whether the fields merge takes more than {0} comparisons to say."] =
            "Om felterne kan lægges sammen, kræver mere end {0} sammenligninger at sige. Spørg om færre.",
        ["\"{0}\" and \"{1}\" are different fields"] = "»{0}« og »{1}« er forskellige felter",
        ["their arguments differ"] = "deres argumenter er forskellige",
        ["their types \"{0}\" and \"{1}\" are told differently"] = "deres typer »{0}« og »{1}« skrives forskelligt",
        ["The fields \"{0}\" conflict: {1}. Give one of them an alias if both are wanted."] =
            "Felterne »{0}« kan ikke begge svare: {1}. Giv det ene et alias, hvis begge ønskes.",
        ["Nothing of type \"{0}\" can be of type \"{1}\"."] = "Intet af typen »{0}« kan være af typen »{1}«.",
        ["The fragment \"{0}\" is on \"{1}\", and nothing of type \"{2}\" can be that."] =
            "Fragmentet »{0}« er på »{1}«, og intet af typen »{2}« kan være det.",
        ["The argument \"{0}\" of type \"{1}\" must be given."] = "Argumentet »{0}« af typen »{1}« skal gives.",
        ["The field \"{0}\" is of type \"{1}\", which has nothing to select."] =
            "Feltet »{0}« er af typen »{1}«, hvor der intet er at vælge.",
        ["The field \"{0}\" is of type \"{1}\": say what to select of it, as \"{2} {{ … }}\"."] =
            "Feltet »{0}« er af typen »{1}«: sig, hvad der skal vælges af det, som »{2} {{ … }}«.",
        ["A subscription"] = "Et abonnement",
        ["The subscription \"{0}\""] = "Abonnementet »{0}«",
        ["{0} cannot use @skip or @include on its root selection."] = "{0} kan ikke bruge @skip eller @include øverst.",
        ["{0} must select one root field."] = "{0} skal vælge ét felt øverst.",
        ["{0} must select one root field alone."] = "{0} skal vælge ét felt alene øverst.",
        ["{0} cannot select the introspection field \"{1}\" at its root."] =
            "{0} kan ikke vælge »{1}«, som handler om kontrakten selv, øverst.",
        ["The argument \"{0}\" is given more than once."] = "Argumentet »{0}« er givet mere end én gang.",
        ["The directive \"@{0}\" may stand only once here."] = "Direktivet »@{0}« kan kun stå én gang her.",
        ["There are several fragments named \"{0}\"."] = "Flere fragmenter hedder »{0}«.",
        ["The input field \"{0}\" is given more than once."] = "Feltet »{0}« er givet mere end én gang.",
        ["There are several operations named \"{0}\"."] = "Flere forespørgsler hedder »{0}«.",
        ["The variable \"${0}\" is defined more than once."] = "Variablen »${0}« er nævnt mere end én gang.",
        ["The variable \"${0}\" cannot be of type \"{1}\", which is for output alone."] =
            "Variablen »${0}« kan ikke være af typen »{1}«, som kun svar kan have.",
        ["The variable \"${0}\" of type \"{1}\" does not fit where \"{2}\" is wanted."] =
            "Variablen »${0}« af typen »{1}« passer ikke, hvor »{2}« ventes.",
        ["The variable \"${0}\" must be non-null, as it gives the one field of \"{1}\"."] =
            "Variablen »${0}« kan ikke være null, når den giver det ene felt i »{1}«.",
        ["The argument \"{0}\" of type \"{1}\" has no value."] = "Argumentet »{0}« af typen »{1}« har ingen værdi.",
        ["The argument \"{0}\" has with these variables a value that is no \"{1}\"."] =
            "Argumentet »{0}« får med disse variable en værdi, der ikke er »{1}«.",
        ["{0} must not be null: it is of type \"{1}\"."] = "{0} kan ikke være null: den er af typen »{1}«.",
        ["{0} must be an object of type \"{1}\", not {2}."] = "{0} skal være et objekt af typen »{1}«, ikke {2}.",
        ["{0} has a field \"{1}\" that \"{2}\" lacks.{3}"] = "{0} har et felt »{1}«, som »{2}« ikke har.{3}",
        ["{0} lacks the field \"{1}\" of type \"{2}\"."] = "{0} mangler feltet »{1}« af typen »{2}«.",
        ["\"{0}\" takes one of its names, not {1}.{2}"] = "»{0}« er et af sine navne, ikke {1}.{2}",
        ["\"{0}\" takes one of its names as text, not {1}."] = "»{0}« er et af sine navne som tekst, ikke {1}.",
        ["{0} is no {1}."] = "{0} er ingen {1}.",
        ["\"{0}\" has no value \"{1}\".{2}"] = "»{0}« har ingen værdi »{1}«.{2}",
        ["The value is no {0}."] = "Værdien er ingen {0}.",
        ["{0} is beyond the 32 bits of an Int."] = "{0} er større eller mindre, end en Int på 32 bit kan være.",
        ["Null is no \"{0}\"."] = "Null er ingen »{0}«.",
        ["\"{0}\" takes an object, not {1}."] = "»{0}« er et objekt, ikke {1}.",
        ["\"{0}\" needs its field \"{1}\" of type \"{2}\"."] = "»{0}« skal have feltet »{1}« af typen »{2}«.",
        ["\"{0}\" has no field \"{1}\".{2}"] = "»{0}« har intet felt »{1}«.{2}",
        ["\"{0}\" takes exactly one of its fields, and not as null."] = "»{0}« tager præcis ét af sine felter, og ikke som null.",
    };
}
