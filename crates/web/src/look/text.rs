//! Text in a page, and room for it.

use maud::Render;

/// Text as it stands in a page, with what HTML would take for its own escaped.
///
/// A string says the same in `html!`, byte by byte. The pieces that pages are put together from write most of
/// what stands on them, and write it in stretches.
pub struct Text<T>(pub T);

impl<T: AsRef<str>> Render for Text<T> {
    fn render_to(&self, page: &mut String) {
        let mut rest = self.0.as_ref();
        // Nearly all text holds nothing to escape, and a look at all of it finds that out many bytes at a time.
        if !rest.bytes().fold(false, |found, byte| found | must_be_escaped(byte)) {
            return page.push_str(rest);
        }
        while let Some(at) = rest.bytes().position(must_be_escaped) {
            let (before, from) = rest.split_at(at);
            page.push_str(before);
            page.push_str(match from.as_bytes()[0] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                _ => "&quot;",
            });
            rest = &from[1..];
        }
        page.push_str(rest);
    }
}

/// Room for so many more bytes of a page, where they are known: a string that grows copies all that is in it.
/// It writes nothing.
pub(super) struct Room(pub usize);

impl Render for Room {
    fn render_to(&self, page: &mut String) {
        page.reserve(self.0);
    }
}

fn must_be_escaped(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"')
}

#[cfg(test)]
mod tests {
    use maud::html;
    use proptest::prelude::*;

    use super::Text;

    proptest! {
        /// Whichever way text is written into a page, it is the same.
        #[test]
        fn text_is_escaped_as_strings_are(text in r#"([&<>"'éß中]|\PC){0,40}"#) {
            let plainly = html! { p title=(text) { (text) } };
            prop_assert_eq!(html! { p title=(Text(&text)) { (Text(&text)) } }.into_string(), plainly.into_string());
        }
    }
}
