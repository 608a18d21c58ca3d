//! From laid-out blocks to the bytes of a PDF.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::TextDirection;

use crate::flow::{Drawn, Flow, Ink, SMALL, STRONG, Shape, Style};
use crate::fonts::Fonts;
use crate::page::{Area, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT};
use crate::qr::Qr;
use crate::tree::{LANGUAGE, build_tree};
use crate::{About, PdfError};

/// The PDF of what `fill` writes below the title.
///
/// # Errors
/// A rule of PDF/UA-1 or PDF/A-2a that is broken: a defect of ours.
pub fn print(about: &About, fill: impl FnOnce(&mut Flow<'_>)) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::parse()?;
    let mut flow = Flow::new(&fonts);
    flow.paragraph(SMALL, &format!("{} · Conóceles", about.authority));
    flow.heading(1, &about.title);
    if about.drill {
        flow.paragraph(
            STRONG,
            "Simulacro: no es una elección real; sin efectos jurídicos.",
        );
    }
    fill(&mut flow);
    let mut document = Document::new_with(settings()?);
    let mut drawn = vec![Vec::new(); flow.leaves];
    for (index, shapes) in flow.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or_else(broken)?;
        let mut page = document.start_page_with(settings);
        // One surface a page: a second one would take the place of the first.
        let mut surface = page.surface();
        paint(&mut surface, &fonts, shapes, &mut drawn)?;
        let number = format!("Página {} de {}", index + 1, flow.pages.len());
        footer(&mut surface, &fonts, &about.authority, &number);
        surface.finish();
        annotate(&mut page, shapes, &mut drawn)?;
        page.finish();
    }
    document.set_outline(outline(&flow));
    document.set_tag_tree(build_tree(flow.parts, &drawn));
    document.set_metadata(metadata(about));
    document
        .finish()
        .map_err(|error| PdfError(format!("{error:?}")))
}

fn broken() -> PdfError {
    PdfError("a page without size".to_owned())
}

fn settings() -> Result<SerializeSettings, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError("the standards do not agree".to_owned()))?;
    Ok(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    })
}

fn metadata(about: &About) -> Metadata {
    let at = about.dated;
    let date = DateTime::new(at.year)
        .month(at.month)
        .day(at.day)
        .hour(at.hour)
        .minute(at.minute)
        .second(at.second)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(about.title.clone())
        .authors(vec![about.authority.clone()])
        .creator("Conóceles".to_owned())
        .language(LANGUAGE.to_owned())
        .creation_date(date)
        .document_id(about.ident.clone())
}

fn outline(flow: &Flow<'_>) -> Outline {
    let mut outline = Outline::new();
    for (text, area) in &flow.headings {
        let place = XyzDestination::new(area.page, Point::from_xy(area.x, area.y));
        outline.push_child(OutlineNode::new(text.clone(), place));
    }
    outline
}

/// Draws a page's shapes; what is read aloud is noted in `drawn`.
fn paint(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    shapes: &[Drawn],
    drawn: &mut [Vec<Identifier>],
) -> Result<(), PdfError> {
    for it in shapes {
        let content = match it.leaf {
            Some(_) if matches!(it.shape, Shape::Code(_)) => ContentTag::Other,
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        };
        let identifier = surface.start_tagged(content);
        shape(surface, fonts, it)?;
        surface.end_tagged();
        if let Some(noted) = it.leaf.and_then(|leaf| drawn.get_mut(leaf)) {
            noted.push(identifier);
        }
    }
    Ok(())
}

/// Makes a page's links work; each belongs to the text that it covers.
fn annotate(
    page: &mut Page<'_>,
    shapes: &[Drawn],
    drawn: &mut [Vec<Identifier>],
) -> Result<(), PdfError> {
    for it in shapes {
        let (Shape::Link { address, .. }, Some(leaf)) = (&it.shape, it.leaf) else {
            continue;
        };
        let target = Target::Action(LinkAction::new(address.clone()).into());
        let link = LinkAnnotation::new(link_area(it.area)?, target);
        let told = Some(format!("Página de verificación {address}"));
        let identifier = page.add_tagged_annotation(Annotation::new_link(link, told));
        if let Some(noted) = drawn.get_mut(leaf) {
            noted.push(identifier);
        }
    }
    Ok(())
}

fn link_area(area: Area) -> Result<Rect, PdfError> {
    Rect::from_xywh(area.x, area.y - area.height * 0.8, area.width, area.height).ok_or_else(broken)
}

fn shape(surface: &mut Surface<'_>, fonts: &Fonts, it: &Drawn) -> Result<(), PdfError> {
    let area = it.area;
    match &it.shape {
        Shape::Text { text, style } | Shape::Link { text, style, .. } => {
            write(surface, fonts, *style, Point::from_xy(area.x, area.y), text);
        }
        Shape::Code(qr) => {
            surface.set_stroke(None);
            surface.set_fill(Some(fill(Ink::Black)));
            surface.draw_path(&modules(qr, area).ok_or_else(broken)?);
        }
        Shape::Rule => {
            let mut path = PathBuilder::new();
            path.move_to(area.x, area.y);
            path.line_to(area.x + area.width, area.y);
            outlined(surface, path)?;
        }
        Shape::Frame => {
            let mut path = PathBuilder::new();
            path.push_rect(area.rect().ok_or_else(broken)?);
            outlined(surface, path)?;
        }
    }
    Ok(())
}

fn outlined(surface: &mut Surface<'_>, path: PathBuilder) -> Result<(), PdfError> {
    let path = path.finish().ok_or_else(broken)?;
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: colour(Ink::Muted).into(),
        width: 0.7,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
    Ok(())
}

/// The dark modules of a code as one path.
fn modules(qr: &Qr, area: Area) -> Option<Path> {
    // A code has at most 177 modules a side.
    let side = area.width / qr.side as f32;
    let mut path = PathBuilder::new();
    for (row, column, length) in &qr.runs {
        let (x, y) = (*column as f32 * side, *row as f32 * side);
        let rect = Rect::from_xywh(area.x + x, area.y + y, *length as f32 * side, side)?;
        path.push_rect(rect);
    }
    path.finish()
}

fn write(surface: &mut Surface<'_>, fonts: &Fonts, style: Style, at: Point, text: &str) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(style.ink)));
    let mut x = at.x;
    for run in fonts.runs(style.face, style.size, text) {
        surface.draw_text(
            Point::from_xy(x, at.y),
            run.font,
            style.size,
            run.text,
            false,
            TextDirection::LeftToRight,
        );
        x += run.width;
    }
}

/// Whose it is and which page: read aloud on no page.
fn footer(surface: &mut Surface<'_>, fonts: &Fonts, authority: &str, number: &str) {
    let y = PAGE_HEIGHT - 40.0;
    let width = fonts.width(SMALL.face, SMALL.size, number);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Footer,
    )));
    let whose = fonts.legible(&format!("{authority} · Conóceles"));
    write(surface, fonts, SMALL, Point::from_xy(LEFT, y), &whose);
    let right = Point::from_xy(RIGHT - width, y);
    write(surface, fonts, SMALL, right, number);
    surface.end_tagged();
}

fn fill(ink: Ink) -> Fill {
    Fill {
        paint: colour(ink).into(),
        ..Fill::default()
    }
}

fn colour(ink: Ink) -> rgb::Color {
    match ink {
        Ink::Black => rgb::Color::new(0x1d, 0x1a, 0x20),
        Ink::Muted => rgb::Color::new(0x4f, 0x4a, 0x55),
        Ink::Accent => rgb::Color::new(0x6b, 0x1f, 0x52),
    }
}
