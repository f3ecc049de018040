//! Titles, passages with their margin, definition lists, empty states.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Alignment, CowStr, Event, Options, Parser, Tag, html::push_html};

use super::{Text, text::Room};

/// The head of a page: a line above, the heading, and a sentence or tags below where there are any.
pub fn title(kicker: &Markup, heading: &str, below: Option<&Markup>) -> Markup {
    html! {
        div class="title" {
            div class="kicker" { (kicker) }
            h1 { (Text(heading)) }
            @if let Some(below) = below { (below) }
        }
    }
}

/// A part of a page, with what the bylaws say of it in the margin (below it on a phone).
pub fn passage(margin: &Markup, text: &Markup) -> Markup {
    section("text", margin, text)
}

/// The same for what needs the whole width, such as a table of many columns.
pub fn passage_wide(margin: &Markup, text: &Markup) -> Markup {
    section("text wide", margin, text)
}

fn section(class: &str, margin: &Markup, text: &Markup) -> Markup {
    html! {
        (Room(text.0.len() + margin.0.len()))
        section class="passage" {
            div class=(Text(class)) { (text) }
            aside class="margin" { (margin) }
        }
    }
}

/// Terms and what is said of each.
pub fn definitions(items: &[(&str, Markup)]) -> Markup {
    html! {
        dl class="facts" {
            @for (term, definition) in items {
                dt { (Text(term)) }
                dd { (definition) }
            }
        }
    }
}

/// What stands where there is nothing to show.
pub fn empty(words: &str) -> Markup {
    html! { p class="empty" { (Text(words)) } }
}

/// Markdown as HTML. HTML inside it is shown as the text that it is, and a link leads to an address
/// of the web, a mailbox or a page of ours, never to a script.
pub fn prose(markdown: &str) -> Markup {
    prose_with(markdown, |_| None)
}

/// The same of what somebody typed into a field: a new line there is a new line here.
pub fn typed(markdown: &str) -> Markup {
    as_html(markdown, |_| None, Event::HardBreak)
}

/// The same as [`prose`], with links led elsewhere where `lead` says so.
pub fn prose_with(markdown: &str, lead: impl Fn(&str) -> Option<String>) -> Markup {
    as_html(markdown, lead, Event::SoftBreak)
}

fn as_html(markdown: &str, lead: impl Fn(&str) -> Option<String>, new_line: Event<'_>) -> Markup {
    let is_safe = |address: &str| {
        let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
        !scheme.contains(':') || ["https:", "http:", "mailto:"].iter().any(|safe| address.starts_with(safe))
    };
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::SoftBreak => new_line.clone(),
        // Alignment would be written as a style, which our security policy does not allow.
        Event::Start(Tag::Table(columns)) => Event::Start(Tag::Table(vec![Alignment::None; columns.len()])),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = match lead(&dest_url) {
                Some(elsewhere) => CowStr::from(elsewhere),
                None if is_safe(&dest_url) => dest_url,
                None => CowStr::Borrowed("#"),
            };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        // Nothing is fetched from elsewhere: a picture becomes a link to it.
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let dest_url = if is_safe(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::End(pulldown_cmark::TagEnd::Image) => Event::End(pulldown_cmark::TagEnd::Link),
        other => other,
    });
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    push_html(&mut out, events);
    // A corner without words heads no column; a table that is wider than a phone moves by itself, with
    // the keyboard too. Text of the writer holds neither tag: its `<` is written as `&lt;`.
    if out.contains("<table>") {
        out = out
            .replace("<th></th>", "<td></td>")
            .replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
            .replace("</table>", "</table></div>");
    }
    html! { div class="prose" { (PreEscaped(out)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposals_cannot_bring_html_scripts_or_pictures() {
        let shown =
            prose("<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://a.example/y.png)")
                .into_string();
        assert!(!shown.contains("<script"), "{shown}");
        assert!(!shown.contains("javascript:"), "{shown}");
        assert!(!shown.contains("<img"), "{shown}");
        assert!(shown.contains("&lt;script&gt;"), "{shown}");
    }

    #[test]
    fn a_new_line_that_somebody_typed_stays_one() {
        assert!(typed("Dear all,\nthe van").into_string().contains("Dear all,<br />\nthe van"));
        assert!(!prose("wrapped by\nan editor").into_string().contains("<br"));
    }

    #[test]
    fn tables_bring_no_style_and_no_heading_without_words() {
        let shown = prose("| | Member |\n|:--|:--|\n| Votes | yes |\n\n&lt;table>").into_string();
        assert!(!shown.contains("style"), "{shown}");
        assert!(shown.contains("<td></td><th>Member</th>"), "{shown}");
        assert!(shown.contains("&lt;table&gt;"), "{shown}");
        assert_eq!(shown.matches("<div class=\"scroll\"").count(), 1, "{shown}");
    }

    #[test]
    fn links_to_pages_and_mailboxes_stay() {
        let shown = prose("[a](/x) [b](mailto:ana@example.org) [c](#MEM-07)").into_string();
        for address in ["/x", "mailto:ana@example.org", "#MEM-07"] {
            assert!(shown.contains(&format!("href=\"{address}\"")), "{shown}");
        }
    }
}
