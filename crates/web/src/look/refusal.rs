//! A refusal: what must hold, the clause with its words, why, and what can be done.

use maud::{Markup, html};
use rochdale_core::refusal::Refusal;

use super::{Reader, clause_link, findings, margin::quoted, tried::first_heading};

/// The panel that stands where something was refused.
pub fn refusal(reader: Reader<'_>, refusal: &Refusal) -> Markup {
    panel(reader, refusal, &html! { h2 { (reader.words.refusal(refusal.code)) } })
}

/// The same at the form that was refused, where the page opens.
pub(super) fn refusal_first(reader: Reader<'_>, refusal: &Refusal) -> Markup {
    panel(reader, refusal, &first_heading(reader.words.refusal(refusal.code)))
}

fn panel(reader: Reader<'_>, refusal: &Refusal, heading: &Markup) -> Markup {
    let words = reader.words;
    html! {
        section class="panel refusal" {
            (heading)
            dl class="facts" {
                dt { (clause_link(reader, &refusal.cites)) }
                dd {
                    (quoted(reader, &refusal.cites))
                    @if refusal.cites.is_reading { span class="small soft" { (words.text("clause-reading")) } }
                }
                dt { (words.text("because")) }
                dd { (findings(reader, &refusal.because)) }
                dt { (words.text("you-can")) }
                dd { strong { (words.say(&refusal.remedy)) } }
                dt { (words.text("refused-code")) }
                dd { code { (refusal.code.id()) } }
            }
        }
    }
}
