//! From pages to the bytes of a PDF.

use std::{collections::BTreeSet, ops::Range};

use krilla::{
    Document as Pdf,
    geom::{PathBuilder, Point, Transform},
    metadata::Metadata,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::{Location, Surface},
    text::{Font as PdfFont, Glyph, GlyphId},
};

use crate::{
    Document, Table,
    font::{FILE, Font},
    layout::{Ink, Mark, PAGE, pages},
};

/// A document could not be written; what broke says so.
#[derive(Debug, thiserror::Error)]
#[error("the PDF could not be written: {0}")]
pub struct Unprinted(String);

/// The document as PDF. The same document gives the same bytes. Characters that the font lacks are named
/// below the last table.
pub fn print(document: &Document<'_>) -> Result<Vec<u8>, Unprinted> {
    let broken = |what: &str| Unprinted(what.to_owned());
    let font = Font::open().ok_or_else(|| broken("the font cannot be read"))?;
    let pdf_font = PdfFont::new(FILE.into(), 0).ok_or_else(|| broken("the font cannot be embedded"))?;
    let mut pdf = Pdf::new();
    let metadata = Metadata::new()
        .title(format!("{} · {}", document.of, document.title))
        .language(document.language.to_owned())
        .creator("Rochdale".to_owned());
    pdf.set_metadata(metadata);
    for page in pages(document, &font, &lacking(document, &font)) {
        let size = PageSettings::from_wh(points(PAGE.0), points(PAGE.1))
            .ok_or_else(|| broken("a page has no size"))?;
        let mut sheet = pdf.start_page_with(size);
        let mut surface = sheet.surface();
        // Everything is laid out in thousandths of a point.
        surface.push_transform(&Transform::from_scale(0.001, 0.001));
        for mark in &page {
            draw(&mut surface, mark, &font, &pdf_font);
        }
        surface.pop();
        surface.finish();
        sheet.finish();
    }
    pdf.finish().map_err(|error| Unprinted(format!("{error:?}")))
}

/// The characters of a document that the font does not have, each with its code point.
fn lacking(document: &Document<'_>, font: &Font) -> String {
    let of_table = |table: &Table| {
        let headings = table.columns.iter().map(|column| column.heading.clone());
        let cells = table.rows.iter().flatten().cloned();
        std::iter::once(table.heading.clone()).chain(headings).chain(cells).collect::<Vec<_>>()
    };
    let around = [document.of.to_owned(), document.title.to_owned()];
    let texts = around
        .into_iter()
        .chain(document.lead.iter().cloned())
        .chain(document.tables.iter().flat_map(of_table));
    let lacking: BTreeSet<char> = texts
        .flat_map(|text| text.chars().filter(|one| font.drawn(*one).is_none()).collect::<Vec<_>>())
        .collect();
    let named = lacking.iter().map(|one| format!("U+{:04X}", u32::from(*one)));
    named.collect::<Vec<_>>().join(", ")
}

fn draw(surface: &mut Surface<'_>, mark: &Mark, font: &Font, pdf_font: &PdfFont) {
    match mark {
        Mark::Text { x, y, size, ink, text } => {
            let grey = match ink {
                Ink::Black => 20,
                Ink::Grey => 95,
            };
            let paint = krilla::color::luma::Color::new(grey).into();
            surface.set_stroke(None);
            surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: Default::default() }));
            let (text, glyphs) = drawn(text, font);
            surface.draw_glyphs(
                Point::from_xy(units(*x), units(*y)),
                &glyphs,
                pdf_font.clone(),
                &text,
                units(*size),
                false,
            );
        }
        Mark::Rule { y } => {
            let mut path = PathBuilder::new();
            path.move_to(51_000.0, units(*y));
            path.line_to(units(PAGE.0 - 51_000), units(*y));
            let Some(path) = path.finish() else { return };
            surface.set_fill(None);
            let paint = krilla::color::luma::Color::new(190).into();
            surface.set_stroke(Some(Stroke { paint, width: 500.0, ..Stroke::default() }));
            surface.draw_path(&path);
        }
    }
}

/// A text as it is drawn, with a glyph for each character.
fn drawn(text: &str, font: &Font) -> (String, Vec<Placed>) {
    let mut shown = String::with_capacity(text.len());
    let mut glyphs = Vec::new();
    for one in text.chars() {
        let one = if font.drawn(one).is_some() { one } else { Document::LACKING };
        let Some(drawn) = font.drawn(one) else { continue };
        let begins = shown.len();
        shown.push(one);
        glyphs.push(Placed {
            glyph: drawn.glyph,
            width: drawn.width,
            of: font.units(),
            text: begins..shown.len(),
        });
    }
    (shown, glyphs)
}

/// A glyph with its width in units of the font.
struct Placed {
    glyph: u32,
    width: i32,
    of: i32,
    text: Range<usize>,
}

impl Glyph for Placed {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.glyph)
    }

    fn text_range(&self) -> Range<usize> {
        self.text.clone()
    }

    #[allow(clippy::float_arithmetic, reason = "a PDF has numbers with fractions")]
    fn x_advance(&self, size: f32) -> f32 {
        units(self.width) * size / units(self.of)
    }

    fn x_offset(&self, _: f32) -> f32 {
        0.0
    }

    fn y_offset(&self, _: f32) -> f32 {
        0.0
    }

    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

/// A length as the writer takes it.
#[allow(clippy::cast_precision_loss, reason = "no length on paper is that long")]
fn units(length: i32) -> f32 {
    length as f32
}

/// Thousandths of a point as points.
#[allow(clippy::float_arithmetic, reason = "a PDF has numbers with fractions")]
fn points(length: i32) -> f32 {
    units(length) / 1000.0
}
