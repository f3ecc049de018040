//! Tests of the pages from outside.

mod gallery;
