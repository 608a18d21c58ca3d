//! Framing the picture: by dragging, by keys, by buttons, by numbers.

use std::sync::Arc;

use conoceles_shared::photo::{Cut, Frame, Turn};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use super::crop::{Crop, LARGE_STEP, STEP, percent, thousandths, turned, view_box};
use super::picture::OpenedPicture;
use crate::desk::form::{Form, Labels};
use crate::i18n::desk::texts;

/// The picture with its frame and everything that moves it.
#[component]
pub fn Cropper(crop: Crop, picture: Arc<OpenedPicture>) -> impl IntoView {
    let t = texts().photo;
    // Told once a drag has ended, not at each of its steps.
    let dragging = RwSignal::new(false);
    let standing = Memo::new(move |before: Option<&String>| {
        let frame = crop.frame();
        if dragging.get() {
            return before.cloned().unwrap_or_default();
        }
        let told = |it: Frame| {
            (t.standing)(
                &percent(it.left),
                &percent(it.top),
                &percent(it.size),
                it.turn.degrees(),
            )
        };
        frame.map(told).unwrap_or_default()
    });
    let keys = move |ev: KeyboardEvent| {
        if by_key(crop, &ev) {
            ev.prevent_default();
        }
    };
    view! {
        <fieldset class="stack stack--s">
            <legend class="label">{t.crop}</legend>
            <div
                class="cropper"
                id="recorte"
                tabindex="0"
                role="application"
                aria-label=t.frame
                aria-describedby="recorte-ayuda"
                on:keydown=keys
            >
                <Drawing crop=crop picture=picture dragging=dragging/>
            </div>
            <p class="hint" id="recorte-ayuda">{t.keys}</p>
            <Steps crop=crop/>
            <Numbers crop=crop/>
            <p class="hint" role="status">{standing}</p>
        </fieldset>
    }
}

fn by_key(crop: Crop, ev: &KeyboardEvent) -> bool {
    if ev.ctrl_key() || ev.alt_key() || ev.meta_key() {
        return false;
    }
    let step = if ev.shift_key() { LARGE_STEP } else { STEP };
    match ev.key().as_str() {
        "ArrowLeft" => crop.shift(-step, 0),
        "ArrowRight" => crop.shift(step, 0),
        "ArrowUp" => crop.shift(0, -step),
        "ArrowDown" => crop.shift(0, step),
        "+" | "=" => crop.resize(-STEP),
        "-" => crop.resize(STEP),
        _ => return false,
    }
    true
}

/// Where a drag began.
#[derive(Clone, Copy)]
struct Drag {
    at: (f64, f64),
    frame: Frame,
    corner: bool,
}

#[component]
fn Drawing(crop: Crop, picture: Arc<OpenedPicture>, dragging: RwSignal<bool>) -> impl IntoView {
    let (width, height) = (picture.width, picture.height);
    // Kept as long as it is in sight.
    let picture = StoredValue::new(picture);
    let turn = Memo::new(move |_| crop.frame().map(|it| it.turn).unwrap_or_default());
    let cut = Memo::new(move |_| {
        let frame = crop.frame();
        frame.map_or_else(|| Cut::largest(width, height), |it| it.cut(width, height))
    });
    let drag = StoredValue::new(None::<Drag>);
    let start = move |ev: PointerEvent| {
        let target = ev.target().and_then(|it| it.dyn_into::<Element>().ok());
        let holder = ev
            .current_target()
            .and_then(|it| it.dyn_into::<Element>().ok());
        if let Some((holder, frame)) = holder.zip(crop.chosen()) {
            // Where the browser cannot, the drag ends at the edge of the frame.
            let _ = holder.set_pointer_capture(ev.pointer_id());
            drag.set_value(Some(Drag {
                at: (f64::from(ev.client_x()), f64::from(ev.client_y())),
                frame,
                corner: target.is_some_and(|it| it.has_attribute("data-corner")),
            }));
            dragging.set(true);
        }
    };
    let step = move |ev: PointerEvent| {
        let holder = ev
            .current_target()
            .and_then(|it| it.dyn_into::<Element>().ok());
        let sheet = holder.and_then(|it| it.closest("svg").ok().flatten());
        if let Some((drag, sheet)) = drag.get_value().zip(sheet) {
            follow(crop, drag, &sheet, &ev);
        }
    };
    let end = move |_: PointerEvent| {
        drag.set_value(None);
        dragging.set(false);
    };
    let sides = move || {
        let (across, down, _) = turned(turn.get(), width, height);
        format!("0 0 {across} {down}")
    };
    view! {
        <svg viewBox=sides aria-hidden="true">
            <image
                href=picture.with_value(|it| it.url.clone())
                width=width
                height=height
                transform=move || turned(turn.get(), width, height).2
            ></image>
            <path class="cropper__shade" d=move || shade(turn.get().sides(width, height), cut.get())></path>
            <g
                class="cropper__frame"
                on:pointerdown=start
                on:pointermove=step
                on:pointerup=end
                on:pointercancel=end
            >
                <path class="cropper__edge" d=move || outline(cut.get())></path>
                <path class="cropper__guide" d=move || guides(cut.get())></path>
                {[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
                    .map(|corner| view! {
                        <path class="cropper__corner" data-corner="" d=move || handle(cut.get(), corner)></path>
                    })
                    .collect_view()}
            </g>
        </svg>
    }
}

/// Where the pointer has taken the frame.
fn follow(crop: Crop, drag: Drag, sheet: &Element, ev: &PointerEvent) {
    let place = sheet.get_bounding_client_rect();
    crop.change(|_, (width, height)| {
        let (across, down) = drag.frame.turn.sides(width, height);
        let (across, down) = (f64::from(across), f64::from(down));
        let scale = (place.width() / across).min(place.height() / down);
        if scale <= 0.0 {
            return drag.frame;
        }
        let moved = (
            (f64::from(ev.client_x()) - drag.at.0) / scale,
            (f64::from(ev.client_y()) - drag.at.1) / scale,
        );
        if !drag.corner {
            let share = |by: f64, of: f64| (by / of * 1000.0).round() as i32;
            let by = (share(moved.0, across), share(moved.1, down));
            return drag.frame.moved(by, (width, height));
        }
        // A corner is pulled away from the middle, which stays.
        let cut = drag.frame.cut(width, height);
        let middle = (cut.left + cut.width / 2.0, cut.top + cut.height / 2.0);
        let left = place.left() + (place.width() - across * scale) / 2.0;
        let top = place.top() + (place.height() - down * scale) / 2.0;
        let reach = |at: f64, from: f64, middle: f64| ((at - from) / scale - middle).abs() * 2.0;
        let wide = reach(f64::from(ev.client_x()), left, middle.0);
        let high = reach(f64::from(ev.client_y()), top, middle.1);
        let full = f64::from(drag.frame.size);
        let size = (wide / cut.width).max(high / cut.height) * full;
        let by = (size - full).round() as i32;
        drag.frame.resized(by, (width, height))
    });
}

/// Everything but the frame.
fn shade((across, down): (u32, u32), cut: Cut) -> String {
    format!("M0 0H{across}V{down}H0z{}", outline(cut))
}

fn outline(cut: Cut) -> String {
    let (right, below) = (cut.left + cut.width, cut.top + cut.height);
    format!("M{} {}V{below}H{right}V{}z", cut.left, cut.top, cut.top)
}

/// Thirds.
fn guides(cut: Cut) -> String {
    let mut path = String::new();
    for third in [1.0, 2.0] {
        let (x, y) = (
            cut.left + cut.width * third / 3.0,
            cut.top + cut.height * third / 3.0,
        );
        path += &format!(
            "M{x} {}v{}M{} {y}h{}",
            cut.top, cut.height, cut.left, cut.width
        );
    }
    path
}

/// A square in a corner of the frame, an eighth of its width.
fn handle(cut: Cut, (right, below): (f64, f64)) -> String {
    let side = cut.width / 8.0;
    let x = cut.left + (cut.width - side) * right;
    let y = cut.top + (cut.height - side) * below;
    format!("M{x} {y}h{side}v{side}h-{side}z")
}

/// One press for each thing that a drag does.
#[component]
fn Steps(crop: Crop) -> impl IntoView {
    let t = texts().photo;
    let form = Form::here();
    let button = |text: &'static str, act: fn(Crop)| {
        view! {
            <button
                type="button"
                class="btn btn--quiet btn--small"
                disabled=move || form.read_only().get()
                on:click=move |_| act(crop)
            >
                {text}
            </button>
        }
    };
    view! {
        <div class="cluster">
            {button(t.left, |it| it.shift(-STEP, 0))}
            {button(t.right, |it| it.shift(STEP, 0))}
            {button(t.up, |it| it.shift(0, -STEP))}
            {button(t.down, |it| it.shift(0, STEP))}
            {button(t.closer, |it| it.resize(-5 * STEP))}
            {button(t.farther, |it| it.resize(5 * STEP))}
            {button(t.turn, Crop::turn)}
            {button(t.centre, Crop::centre)}
        </div>
    }
}

#[component]
fn Numbers(crop: Crop) -> impl IntoView {
    let t = texts().photo;
    let form = Form::here();
    let turn = Memo::new(move |_| crop.frame().map(|it| it.turn).unwrap_or_default());
    let choose = move |ev| {
        let degrees = event_target_value(&ev).parse().ok();
        if let Some(turn) = degrees.and_then(Turn::from_degrees) {
            crop.change(|it, sides| Frame::centred(turn, it.size, sides));
        }
    };
    let labels = Labels::of(form, "/turn", false);
    view! {
        <fieldset class="stack stack--s">
            <legend class="small">{t.numbers}</legend>
            <div class="cluster top">
                <Number crop=crop pointer="/left" label=t.left_number get=|it| it.left
                    put=|it, left| Frame { left, ..it }/>
                <Number crop=crop pointer="/top" label=t.top_number get=|it| it.top
                    put=|it, top| Frame { top, ..it }/>
                <Number crop=crop pointer="/size" label=t.size_number get=|it| it.size
                    put=|it, size| Frame { size, ..it }/>
                <div class=labels.field_class()>
                    <label class="small" for=labels.id.clone()>{t.turn_number}</label>
                    <select class="select" id=labels.id.clone() on:change=choose>
                        {Turn::ALL
                            .map(|it| view! {
                                <option
                                    value=it.degrees().to_string()
                                    prop:selected=move || turn.get() == it
                                >
                                    {(t.degrees)(it.degrees())}
                                </option>
                            })
                            .collect_view()}
                    </select>
                </div>
            </div>
        </fieldset>
    }
}

#[component]
fn Number(
    crop: Crop,
    pointer: &'static str,
    label: &'static str,
    get: fn(Frame) -> u16,
    put: fn(Frame, u16) -> Frame,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, pointer, false);
    let error = labels.error;
    let error_id = labels.error_id();
    let shown = move || crop.frame().map(|it| percent(get(it))).unwrap_or_default();
    let typed = move |ev: leptos::ev::Event| {
        let input = ev
            .target()
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else {
            return;
        };
        if let Some(number) = thousandths(&input.value()) {
            crop.change(|it, _| put(it, number));
        }
        // What was typed may have been no number, or more than there is room for.
        let now = crop.chosen().map(|it| percent(get(it)));
        input.set_value(&now.unwrap_or_default());
    };
    view! {
        <div class=labels.field_class()>
            <label class="small" for=labels.id.clone()>{label}</label>
            {move || error.get().map(|text| view! { <p class="error" id=error_id.clone()>{text}</p> })}
            <input
                class="input input--s"
                id=labels.id.clone()
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=labels.described_by(None)
                aria-invalid=labels.invalid()
                disabled=move || form.read_only().get()
                prop:value=shown
                on:change=typed
            />
        </div>
    }
}

/// What the frame holds, as the portal shows it.
#[component]
pub fn Framed(crop: Crop, picture: Arc<OpenedPicture>) -> impl IntoView {
    let (width, height) = (picture.width, picture.height);
    // Kept as long as it is in sight.
    let picture = StoredValue::new(picture);
    let cut = move || {
        let frame = crop.frame();
        frame.map_or_else(|| Cut::largest(width, height), |it| it.cut(width, height))
    };
    let turn = move || crop.frame().map(|it| it.turn).unwrap_or_default();
    view! {
        <svg
            class="portrait"
            role="img"
            aria-label=texts().sections.preview_alt
            viewBox=move || view_box(cut())
        >
            <image
                href=picture.with_value(|it| it.url.clone())
                width=width
                height=height
                transform=move || turned(turn(), width, height).2
            ></image>
        </svg>
    }
}
