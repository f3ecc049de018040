//! What a clause leaves open.

use std::sync::Arc;

use super::{
    block,
    fields::{Fields, Key},
    page::Block,
    spot::{Role, Spot},
};
use crate::{
    rulebook::{Check, Citation, ClauseId, Reading, Unsettled},
    values::Language,
};

/// The keys of an unsettled block.
pub(in crate::rulebook) const UNSETTLED: &[Key] = &[
    Key::needed("id", "name in lower case", "what a rule calls it that takes its reading"),
    Key::needed("question", "text in each language", "what the bylaws do not say"),
    Key::needed("decides", "text in each language", "who decides it"),
    Key::optional("reading", "text in each language", "what is done until then"),
    Key::optional("because", "text in each language", "why; needed with `reading`"),
    Key::optional(
        "asks",
        "list of `kind:id` or `cell:class/phase:right`",
        "the rules that are missing until it is settled, or the cells of a summary that it explains",
    ),
];

/// The open question in this block, unless a key of it is missing or wrong, which is reported.
pub(super) fn read(
    spot: &Spot<'_>,
    written: &Block,
    clause: &ClauseId,
    binding: &Language,
) -> Option<Unsettled> {
    let (table, at) = block::table(spot, written);
    let fields = Fields::new(spot, "an unsettled block".to_owned(), UNSETTLED, &table, at);
    let id = fields.get("id").and_then(|value| Some((value.slug()?, value.at)));
    if let Some((id, at)) = &id {
        spot.define(Role::Question, id, None, at);
    }
    let (question, decides) = (fields.names("question"), fields.names("decides"));
    let (says, because) = (fields.names("reading"), fields.names("because"));
    if says.is_some() != because.is_some() {
        let problem = "a reading and its reason belong together";
        spot.problem(Check::Keys, &fields.at(), problem, "give both `reading` and `because`, or neither");
    }
    let asks = fields.get("asks").and_then(|value| value.list()).unwrap_or_default();
    let asks: Vec<String> = asks.iter().filter_map(|value| value.text().map(str::to_owned)).collect();
    let question = question?;
    let reading = says.zip(because).map(|(says, because)| Reading { says, because });
    let quote = reading.as_ref().map_or(&question, |reading| &reading.says).in_language(binding).to_owned();
    let cite = Arc::new(Citation { clause: clause.clone(), paragraph: None, quote, is_reading: true });
    Some(Unsettled { id: id?.0, cite, question, decides: decides?, reading, asks })
}
