//! Refusals and findings as text, the same in a terminal and in a letter.

use rochdale_core::{
    finding::{Answer, Finding, Value},
    refusal::{Code, Refusal},
    rulebook::Citation,
};
use unicode_width::UnicodeWidthStr;

use crate::Words;

impl Words<'_> {
    /// What must hold, as the heading of a refusal: "A vote cannot be called yet".
    pub fn refusal(&self, code: Code) -> &str {
        self.text(&format!("refusal-{}", code.id()))
    }

    /// A refusal as text: what must hold and its code, the clause with the quoted words, why, and
    /// what can be done.
    pub fn refusal_text(&self, refusal: &Refusal) -> String {
        let heading = [self.text("refused-short"), self.text("colon"), self.refusal(refusal.code)].concat();
        let mut out = format!("{heading}  [{}]\n", refusal.code.id());
        let labels = [self.text("because"), self.text("you-can")];
        let clause = refusal.cites.to_string();
        let width = labels.iter().map(|label| label.width()).max().unwrap_or(0).max(clause.width());
        out.push_str(&format!("  {}  {}\n", pad(&clause, width), self.quoted(&refusal.cites)));
        let because: String = refusal.because.iter().map(|finding| self.finding_text(finding)).collect();
        for (place, line) in because.lines().enumerate() {
            out.push_str(&format!("  {}  {line}\n", pad(if place == 0 { labels[0] } else { "" }, width)));
        }
        out.push_str(&format!("  {}  {}\n", pad(labels[1], width), self.say(&refusal.remedy)));
        out
    }

    /// A finding as an indented tree: its sentence, its clause, what would change it, then what it
    /// rests on.
    pub fn finding_text(&self, finding: &Finding) -> String {
        let mut out = String::new();
        self.write_finding(finding, 0, &mut out);
        out
    }

    fn write_finding(&self, finding: &Finding, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        let clause = finding.cites.as_ref().map_or_else(String::new, |cites| format!(" [{cites}]"));
        out.push_str(&format!("{indent}{}{}{clause}\n", answer_sign(finding.value), self.say(&finding.says)));
        if let Some(missing) = &finding.missing {
            let says = [self.text("would-change"), self.text("colon"), &self.say(missing)].concat();
            out.push_str(&format!("{indent}  {says}\n"));
        }
        for below in &finding.of {
            self.write_finding(below, depth + 1, out);
        }
    }

    /// The words of a clause in quotation marks, and whether they are a reading of what is left open.
    fn quoted(&self, cites: &Citation) -> String {
        let quote = format!("“{}”", cites.quote);
        if !cites.is_reading {
            return quote;
        }
        let reading = self.text("clause-reading").into();
        format!("{quote}{}", self.text_with("reading-in-brackets", [("reading", reading)]))
    }
}

fn answer_sign(value: Value) -> &'static str {
    match value {
        Value::Answer(Answer::Yes) => "✓ ",
        Value::Answer(Answer::No) => "✗ ",
        Value::Answer(Answer::DoesNotApply) => "– ",
        Value::Answer(Answer::NotYetKnown) => "? ",
        _ => "",
    }
}

/// `text` with spaces behind it up to `width` places; a Chinese character takes two.
fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}
