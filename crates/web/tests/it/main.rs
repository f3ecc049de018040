//! Tests of the pages and of the JSON interface from outside.

mod agreements;
mod api;
mod applicants;
mod archive;
mod assets;
mod attacks;
mod browse;
mod cases;
mod declarations;
mod forms;
mod gallery;
mod goldens;
mod journeys;
mod kept;
mod leaving;
mod lists;
mod methods;
mod offices;
mod pages;
mod representatives;
mod reviews;
mod rights;
mod rolls;
mod sign_in;
mod standing;
mod village;
