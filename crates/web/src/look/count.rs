//! A count as a bar drawn here, and the same numbers as a table for everybody.

use maud::{Markup, html};
use rochdale_words::Words;

use super::Text;

/// What a part of the bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareKind {
    /// In favour, or in agreement.
    For,
    /// Against, or objecting.
    Against,
    /// On neither side.
    Abstain,
    /// Silent so far.
    Absent,
}

impl ShareKind {
    fn class(self) -> &'static str {
        match self {
            ShareKind::For => "for",
            ShareKind::Against => "against",
            ShareKind::Abstain => "abstain",
            ShareKind::Absent => "absent",
        }
    }
}

/// A part of a count.
pub struct Share<'a> {
    /// What it stands for.
    pub kind: ShareKind,
    /// What it is called.
    pub label: &'a str,
    /// How many.
    pub count: u64,
}

/// The width of the bar in its own units.
const WIDTH: u64 = 1000;

/// The parts of a count side by side, with a stroke where the needed number is reached. The bar is as
/// long as `base`; what is not of the base stands in the table only, and the silent are the ground
/// that the others have not yet covered.
pub fn count(
    words: &Words<'_>,
    caption: &str,
    shares: &[Share<'_>],
    base: u64,
    needed: Option<u64>,
) -> Markup {
    let place = |count: u64| count.min(base) * WIDTH / base.max(1);
    let mut before = 0;
    html! {
        figure class="count" {
            svg viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect class="ground" width=(WIDTH) height="22" y="4" {}
                @for share in shares.iter().filter(|share| share.kind != ShareKind::Absent) {
                    @let start = place(before);
                    @let end = place(before + share.count);
                    rect class=(Text(share.kind.class())) x=(start) width=((end - start).saturating_sub(2)) height="22" y="4" {}
                    ({ before += share.count; "" })
                }
                @if let Some(needed) = needed {
                    line class="needed" x1=(place(needed)) x2=(place(needed)) y1="0" y2="30"
                        vector-effect="non-scaling-stroke" {}
                }
            }
            table {
                caption { (Text(caption)) }
                tbody {
                    @for share in shares {
                        tr class=(Text(share.kind.class())) {
                            td { (Text(share.label)) }
                            td class="number" { (Text(words.count(share.count))) }
                        }
                    }
                }
            }
        }
    }
}
