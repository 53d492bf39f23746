// What a document says is kept once: a kept node's title, text, centre and agreements are its properties, and its body (udsagn) says the
// same again by a number; a long one is packed. A text is folded by the server, and kept folded too only where the server would fold it
// otherwise (titelFold, tekstFold). Days are numbers (tider: from and to of each), agreements and centres are lists only where they are
// several, the words of the title are the first of all words (titleEnd letters), and a relationship has a _key of its own only where it
// is a coupling. A _Change names an edge by three numbers: its type among types, and its ends among nodes and, after them, ends.
// All of that is moved by the program, which alone can pack; what was there before stands where the program has not come to it.
