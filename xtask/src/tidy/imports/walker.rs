//! Walks a file's tokens once and writes its outline down.

use super::outline::{Declared, Named, Outline, Path, Scope, Use};
use super::tokens::{Piece, Token, cut};
use crate::tidy::source::{Literal, Source};

/// Words that start an item whose name follows.
const ITEMS: [&str; 9] = [
    "fn",
    "struct",
    "enum",
    "union",
    "trait",
    "type",
    "const",
    "static",
    "macro_rules",
];

struct Walker<'t, 'a> {
    tokens: &'t [Token<'a>],
    literals: &'a [Literal],
    at: usize,
    depth: usize,
    /// The modules around this place, with the depth of brackets at which their items stand.
    open: Vec<(usize, usize)>,
    /// What `#[path = "…"]` said of the item that follows.
    path: Option<&'a str>,
    /// Whether it matters which words the file has.
    words: bool,
    outline: Outline<'a>,
}

/// The outline of a file.
pub fn outline(source: &Source) -> Outline<'_> {
    let tokens = cut(&source.code);
    Walker::new(&tokens, &source.literals).walk()
}

impl<'t, 'a> Walker<'t, 'a> {
    fn new(tokens: &'t [Token<'a>], literals: &'a [Literal]) -> Self {
        Self {
            tokens,
            literals,
            at: 0,
            depth: 0,
            open: vec![(0, 0)],
            path: None,
            words: tokens.windows(2).any(hands_on),
            outline: Outline {
                scopes: vec![Scope::default()],
                ..Outline::default()
            },
        }
    }

    fn walk(mut self) -> Outline<'a> {
        while let Some(token) = self.tokens.get(self.at) {
            match token.piece {
                Piece::Mark('#') => self.attribute(),
                Piece::Mark('{' | '(' | '[') => {
                    self.depth += 1;
                    self.at += 1;
                }
                Piece::Mark('}' | ')' | ']') => self.close(),
                Piece::Word(word) => self.word(word),
                _ => self.at += 1,
            }
        }
        self.outline
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.open.len() > 1 && self.open.last().is_some_and(|(_, at)| *at > self.depth) {
            self.open.pop();
        }
        self.at += 1;
    }

    fn word(&mut self, word: &'a str) {
        if self.words && !matches!(self.before(), Piece::Mark('.') | Piece::Join) {
            let line = self.tokens[self.at].line;
            self.outline.words.entry(word).or_insert(line);
        }
        let among_items = self.open.last().is_some_and(|(_, at)| *at == self.depth);
        if word == "use" {
            self.declaration();
        } else if word == "mod" && among_items {
            self.module();
        } else if self.piece(1) == Piece::Join {
            self.qualified();
        } else {
            if among_items && ITEMS.contains(&word) {
                self.item();
            }
            self.at += 1;
        }
    }

    fn item(&mut self) {
        let after = match (self.piece(1), self.piece(2)) {
            (Piece::Mark('!') | Piece::Word("mut"), after) => after,
            (after, _) => after,
        };
        if let Piece::Word(name) = after {
            self.scope().items.insert(name);
        }
    }

    fn module(&mut self) {
        let Piece::Word(name) = self.piece(1) else {
            self.at += 1;
            return;
        };
        let around = self.here();
        let path = self.path.take();
        if self.piece(2) == Piece::Mark('{') {
            self.depth += 1;
            self.open.push((self.outline.scopes.len(), self.depth));
            self.outline.scopes.push(Scope {
                inline: Some((name, around)),
                ..Scope::default()
            });
        } else {
            let test = false;
            self.scope().declared.push(Declared { name, path, test });
        }
        self.at += 3;
    }

    /// A path of two names or more, such as `super::store::find`.
    fn qualified(&mut self) {
        let line = self.tokens[self.at].line;
        let starts = match self.before() {
            Piece::Join | Piece::Mark('.') => false,
            // In a macro, `$crate` is this crate and every other variable unknown.
            Piece::Mark('$') => self.piece(0) == Piece::Word("crate"),
            // `pub(in crate::…)` takes nothing.
            Piece::Word("in") => !self.after_pub(),
            _ => true,
        };
        let mut path = Path::new();
        while let Piece::Word(name) = self.piece(0) {
            path.push(name);
            self.at += 1;
            if self.piece(0) != Piece::Join || !matches!(self.piece(1), Piece::Word(_)) {
                break;
            }
            self.at += 1;
        }
        if starts && path.len() > 1 {
            self.scope().named.push(Named { line, path });
        }
    }

    /// Whether the word before is the `in` of `pub(in …)`.
    fn after_pub(&self) -> bool {
        self.at >= 3 && self.tokens[self.at - 3].piece == Piece::Word("pub")
    }

    /// `use …;`, wherever it stands.
    fn declaration(&mut self) {
        let public = matches!(self.before(), Piece::Word("pub") | Piece::Mark(')'));
        self.at += 1;
        if matches!(
            self.piece(0),
            Piece::Word(_) | Piece::Join | Piece::Mark('{')
        ) {
            self.tree(&Path::new(), public);
        }
    }

    /// One branch of a `use` declaration.
    fn tree(&mut self, prefix: &Path<'a>, public: bool) {
        let mut path = prefix.clone();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        if self.piece(0) == Piece::Join {
            path.push("");
            self.at += 1;
        }
        loop {
            let piece = self.piece(0);
            self.at += 1;
            match piece {
                Piece::Word(name) if self.piece(0) == Piece::Join => {
                    path.push(name);
                    self.at += 1;
                }
                Piece::Word(name) => {
                    if name != "self" || path.is_empty() {
                        path.push(name);
                    }
                    return self.leaf(line, path, public);
                }
                Piece::Mark('*') => {
                    let name = None;
                    self.scope().uses.push(Use {
                        line,
                        path,
                        name,
                        public,
                    });
                    return;
                }
                Piece::Mark('{') => return self.branches(&path, public),
                _ => return,
            }
        }
    }

    fn branches(&mut self, path: &Path<'a>, public: bool) {
        while !matches!(self.piece(0), Piece::Mark('}' | ' ')) {
            self.tree(path, public);
            if self.piece(0) == Piece::Mark(',') {
                self.at += 1;
            }
        }
        self.at += 1;
    }

    fn leaf(&mut self, line: usize, path: Path<'a>, public: bool) {
        let mut name = path.last().copied();
        if let (Piece::Word("as"), Piece::Word(other)) = (self.piece(0), self.piece(1)) {
            name = Some(other);
            self.at += 2;
        }
        self.scope().uses.push(Use {
            line,
            path,
            name,
            public,
        });
    }

    /// An attribute: what only tests are built with is passed over.
    fn attribute(&mut self) {
        let inner = self.piece(1) == Piece::Mark('!');
        let open = if inner { 2 } else { 1 };
        if self.piece(open) != Piece::Mark('[') {
            self.at += 1;
            return;
        }
        if let (Piece::Word("path"), Piece::Mark('='), Piece::Text(at)) = (
            self.piece(open + 1),
            self.piece(open + 2),
            self.piece(open + 3),
        ) {
            self.path = self.literals.get(at).map(|literal| literal.text.as_str());
        }
        if !self.only_for_tests(open + 1) {
            // The brackets are walked as code: attributes name types, too.
            self.at += open;
        } else if inner {
            self.outline.test = self.open.len() == 1;
            self.at += open;
        } else {
            self.skip_item();
        }
    }

    /// Whether an attribute is `cfg(test)` or `cfg(all(test, …))`.
    fn only_for_tests(&self, from: usize) -> bool {
        if self.piece(from) != Piece::Word("cfg") {
            return false;
        }
        let inside = self.tokens[(self.at + from).min(self.tokens.len())..]
            .iter()
            .map(|token| token.piece)
            .take_while(|piece| *piece != Piece::Mark(']'));
        let mut test = false;
        for piece in inside {
            match piece {
                Piece::Word("not" | "any") => return false,
                Piece::Word("test") => test = true,
                _ => {}
            }
        }
        test
    }

    /// Passes over attributes and the item, field or statement behind them.
    fn skip_item(&mut self) {
        while self.piece(0) == Piece::Mark('#') {
            if let (Piece::Word("path"), Piece::Text(at)) = (self.piece(2), self.piece(4)) {
                self.path = self.literals.get(at).map(|literal| literal.text.as_str());
            }
            self.at += 1;
            self.skip_brackets();
        }
        if let Some(name) = self.file_of_tests() {
            let path = self.path.take();
            let test = true;
            self.scope().declared.push(Declared { name, path, test });
        }
        let item = matches!(self.piece(0), Piece::Word(_)) && self.piece(1) != Piece::Mark(':');
        loop {
            match self.piece(0) {
                Piece::Mark('{') => {
                    self.skip_brackets();
                    return;
                }
                Piece::Mark('(' | '[') => self.skip_brackets(),
                Piece::Mark(';') => {
                    self.at += 1;
                    return;
                }
                Piece::Mark(',') if !item => return,
                Piece::Mark('}' | ')' | ']' | ' ') => return,
                _ => self.at += 1,
            }
        }
    }

    /// The name of `mod name;` behind its visibility.
    fn file_of_tests(&self) -> Option<&'a str> {
        let head = self.tokens.get(self.at..)?.iter().take(8);
        let head: Vec<Piece<'a>> = head.map(|token| token.piece).collect();
        head.windows(3).find_map(|three| match three {
            [Piece::Word("mod"), Piece::Word(name), Piece::Mark(';')] => Some(*name),
            _ => None,
        })
    }

    /// Passes over a bracket that opens here and all that is in it.
    fn skip_brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.tokens.get(self.at) {
            self.at += 1;
            match token.piece {
                Piece::Mark('{' | '(' | '[') => depth += 1,
                Piece::Mark('}' | ')' | ']') => depth = depth.saturating_sub(1),
                _ => continue,
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// The piece some places on; a blank behind the end.
    fn piece(&self, ahead: usize) -> Piece<'a> {
        self.tokens
            .get(self.at + ahead)
            .map_or(Piece::Mark(' '), |token| token.piece)
    }

    fn before(&self) -> Piece<'a> {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.map_or(Piece::Mark(' '), |token| token.piece)
    }

    fn here(&self) -> usize {
        self.open.last().map_or(0, |(scope, _)| *scope)
    }

    fn scope(&mut self) -> &mut Scope<'a> {
        let here = self.here();
        &mut self.outline.scopes[here]
    }
}

/// Whether a file has a `pub use` or a `use …::*`: its words tell what it needs itself.
fn hands_on(pair: &[Token]) -> bool {
    matches!(
        (pair[0].piece, pair[1].piece),
        (Piece::Word("pub") | Piece::Mark(')'), Piece::Word("use"))
            | (Piece::Join, Piece::Mark('*'))
    )
}
