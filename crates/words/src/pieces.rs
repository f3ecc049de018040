//! Sentences that say their arguments as they are, taken apart once. Nearly all do; one that chooses by an
//! argument, as for a plural, is left to Fluent.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// A stretch of a sentence.
pub(crate) enum Piece {
    /// Words.
    Text(String),
    /// The argument of this name.
    Argument(String),
}

/// The pieces of a pattern in order; `None` where more is to be done than to put the arguments in.
pub(crate) fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Piece::Argument(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(piece).collect()
}
