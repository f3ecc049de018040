//! Tests of the pages from outside.

mod browse;
mod gallery;
mod journeys;
mod pages;
mod village;
