//! What the taxonomy knows.

use serde::Serialize;

use super::super::Stamp;
use crate::taxonomy::{Axis, Company};

#[derive(Serialize)]
pub(in super::super) struct CompaniesView<'a> {
    schema: &'static str,
    version: &'a str,
    taxonomy: &'a str,
    companies: Vec<CompanyView<'a>>,
}

#[derive(Serialize)]
struct CompanyView<'a> {
    id: &'a str,
    name: &'a str,
    aliases: &'a [String],
    parent: Option<&'a str>,
}

impl<'a> CompaniesView<'a> {
    pub(in super::super) fn new(companies: &[&'a Company], stamp: Stamp<'a>) -> Self {
        Self {
            schema: "stratscan.companies/1",
            version: stamp.version,
            taxonomy: stamp.taxonomy,
            companies: companies
                .iter()
                .map(|company| CompanyView {
                    id: &company.id,
                    name: &company.name,
                    aliases: &company.aliases,
                    parent: company.parent.as_deref(),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
pub(in super::super) struct AxesView<'a> {
    schema: &'static str,
    version: &'a str,
    taxonomy: &'a str,
    axes: Vec<AxisView<'a>>,
}

#[derive(Serialize)]
struct AxisView<'a> {
    id: &'a str,
    label: &'a str,
    definition: &'a str,
    positions: Vec<PositionView<'a>>,
}

#[derive(Serialize)]
struct PositionView<'a> {
    id: &'a str,
    label: &'a str,
    definition: &'a str,
}

impl<'a> AxesView<'a> {
    pub(in super::super) fn new(axes: &'a [Axis], stamp: Stamp<'a>) -> Self {
        Self {
            schema: "stratscan.axes/1",
            version: stamp.version,
            taxonomy: stamp.taxonomy,
            axes: axes
                .iter()
                .map(|axis| AxisView {
                    id: &axis.id,
                    label: &axis.label,
                    definition: &axis.definition,
                    positions: axis
                        .positions
                        .iter()
                        .map(|position| PositionView {
                            id: &position.id,
                            label: &position.label,
                            definition: &position.definition,
                        })
                        .collect(),
                })
                .collect(),
        }
    }
}
