//! What people do, in a real Chromium, at the real application; and what must not happen meanwhile.

mod agreeing;
mod choosing;
mod joining;
mod keyboard;
mod leading;
mod leaving;
mod pages;
mod responding;
mod reviewing;
mod seeing;
mod signing_in;
