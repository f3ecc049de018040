//! Sentences that say their arguments as they are, taken apart once. Nearly all do; one that chooses by an
//! argument, as for a plural, is left to Fluent.

use std::borrow::Cow;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// A sentence that says its arguments as they are.
pub(crate) enum Sentence {
    /// It takes none.
    Whole(Cow<'static, str>),
    /// The pieces to put together, in order.
    Pieces(Vec<Piece>),
}

/// A stretch of a sentence of a built-in file.
#[derive(Clone, Copy)]
pub(crate) enum Piece {
    /// Words.
    Text(&'static str),
    /// The argument of this name.
    Argument(&'static str),
}

/// The sentence of a pattern; `None` where more is to be done than to put the arguments in.
pub(crate) fn taken_apart(pattern: &Pattern<&'static str>) -> Option<Sentence> {
    let piece = |element: &PatternElement<&'static str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text(value)),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Some(Piece::Argument(id.name)),
            // What escapes hide is Fluent's to find out.
            InlineExpression::StringLiteral { value } if !value.contains('\\') => Some(Piece::Text(value)),
            _ => None,
        },
        PatternElement::Placeable { .. } => None,
    };
    let pieces: Vec<Piece> = pattern.elements.iter().map(piece).collect::<Option<_>>()?;
    Some(whole(&pieces).map_or(Sentence::Pieces(pieces), Sentence::Whole))
}

fn whole(pieces: &[Piece]) -> Option<Cow<'static, str>> {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => Some(*text),
        Piece::Argument(_) => None,
    };
    match pieces {
        [only] => text(only).map(Cow::Borrowed),
        several => several.iter().map(text).collect::<Option<String>>().map(Cow::Owned),
    }
}
