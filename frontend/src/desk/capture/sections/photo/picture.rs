//! A chosen picture as the browser shows it: upright, and small enough to be moved about.

use leptos::prelude::document;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    Blob, CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, Url,
};
use wasm_bindgen_futures::JsFuture;

use crate::desk::dom;

/// The longer side of what is shown, in pixels: drawing all of a large picture at each step of a
/// drag would stutter.
const SHOWN: f64 = 1200.0;

/// A picture that was opened; its address is given back when it is dropped.
#[derive(Debug)]
pub struct OpenedPicture {
    /// An address inside the page.
    pub url: String,
    /// Width in pixels, upright.
    pub width: u32,
    /// Height in pixels, upright.
    pub height: u32,
}

impl Drop for OpenedPicture {
    fn drop(&mut self) {
        dom::revoke(&self.url);
    }
}

/// Opens a picture; `None` where the browser cannot.
pub async fn open_picture(file: &File) -> Option<OpenedPicture> {
    let url = dom::file_url(file)?;
    let opened = decode_picture(&url).await;
    dom::revoke(&url);
    opened
}

async fn decode_picture(url: &str) -> Option<OpenedPicture> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (image.natural_width(), image.natural_height());
    if width == 0 || height == 0 {
        return None;
    }
    let blob = blob_of(&drawn(&image, width, height)?).await?;
    Some(OpenedPicture {
        url: Url::create_object_url_with_blob(&blob).ok()?,
        width,
        height,
    })
}

/// The picture on a white sheet, as the server puts it.
fn drawn(image: &HtmlImageElement, width: u32, height: u32) -> Option<HtmlCanvasElement> {
    let scale = (SHOWN / f64::from(width.max(height))).min(1.0);
    let (across, down) = (f64::from(width) * scale, f64::from(height) * scale);
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((across as u32).max(1));
    canvas.set_height((down as u32).max(1));
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, across, down);
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, across, down)
        .ok()?;
    Some(canvas)
}

async fn blob_of(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas
            .to_blob_with_type(done.unchecked_ref(), "image/jpeg")
            .is_err()
        {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
