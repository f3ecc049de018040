//! "Why?": a finding with all that it rests on.

use maud::{Markup, html};
use rochdale_core::finding::{Answer, Finding, Value};

use super::{Reader, Text, Tone, clause_link};

/// "Why?", folded until somebody asks.
pub fn why(reader: Reader<'_>, finding: &Finding) -> Markup {
    html! {
        details class="why" {
            summary { (Text(reader.words.text("why"))) }
            (findings(reader, std::slice::from_ref(finding)))
        }
    }
}

/// What a finding rests on, and what would change it, where it is itself said already.
pub fn reasons(reader: Reader<'_>, finding: &Finding) -> Markup {
    html! {
        @if let Some(missing) = &finding.missing {
            div class="missing" { (Text(reader.words.text("would-change"))) (Text(reader.words.text("colon"))) (Text(reader.words.say(missing))) }
        }
        @if !finding.of.is_empty() { (findings(reader, &finding.of)) }
    }
}

/// Findings, each with those that it rests on below it.
pub fn findings(reader: Reader<'_>, findings: &[Finding]) -> Markup {
    html! {
        ul class="finding" {
            @for finding in findings {
                li {
                    (sign(reader, finding.value))
                    (Text(reader.words.say(&finding.says)))
                    @if let Some(citation) = &finding.cites { " " (clause_link(reader, citation)) }
                    (reasons(reader, finding))
                }
            }
        }
    }
}

/// The answer as a sign, with its word for those who hear the page. Counts, shares and days stand in
/// the sentence itself.
fn sign(reader: Reader<'_>, value: Value) -> Markup {
    let Value::Answer(answer) = value else { return html! {} };
    let (tone, sign, word) = match answer {
        Answer::Yes => (Tone::Yes, Tone::Yes.sign(), "answer-yes"),
        Answer::No => (Tone::No, Tone::No.sign(), "answer-no"),
        Answer::DoesNotApply => (Tone::Plain, "–", "answer-does-not-apply"),
        Answer::NotYetKnown => (Tone::Wait, "?", "answer-not-yet-known"),
    };
    html! {
        span class={ "mark " (Text(tone.class())) } aria-hidden="true" { (Text(sign)) }
        span class="unseen" { (Text(reader.words.text(word))) (Text(reader.words.text("colon"))) }
    }
}
