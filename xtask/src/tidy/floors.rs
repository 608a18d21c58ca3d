//! Which room stands on which floor: the table that `rooms.rs` holds every import against.

/// Files or folders that share a height.
pub struct Floor {
    /// What it is called in a complaint.
    pub name: &'static str,
    /// Its rooms: a folder or a file without `.rs`, from the source folder.
    pub rooms: &'static [&'static str],
}

/// The floors of one crate, from the ground up.
pub struct House {
    /// The folder that its rooms are in.
    pub source: &'static str,
    /// A room imports from lower floors and from its own, never from a higher one. To give the
    /// rooms of one floor an order, cut it in two: the order of the lines is what counts.
    pub floors: &'static [Floor],
}

/// The crates whose rooms have floors. Any other needs only to be free of circles.
pub const HOUSES: &[House] = &[BACKEND, FRONTEND];

const BACKEND: House = House {
    source: "backend/src",
    floors: &[
        Floor {
            name: "1, the ground",
            rooms: &["core", "prepared"],
        },
        Floor {
            name: "2, what everyone speaks of",
            rooms: &["elections", "candidacy"],
        },
        Floor {
            name: "3, what a step sets off",
            rooms: &[
                "steps",
                "publication",
                "notices",
                "receipts",
                "hints",
                "language",
            ],
        },
        Floor {
            name: "4, desks and pages",
            rooms: &[
                "accounts",
                "capture",
                "review",
                "admin",
                "help",
                "portal",
                "ine",
                "signed_consents",
                "verification",
                "changes",
                "auditing",
                "history",
                "reports",
            ],
        },
        Floor {
            name: "5, doors",
            rooms: &[
                "cli", "seed", "server", "routes", "openapi", "assets", "lib", "main",
            ],
        },
    ],
};

const FRONTEND: House = House {
    source: "frontend/src",
    floors: &[
        Floor {
            name: "1, words",
            rooms: &["i18n"],
        },
        Floor {
            name: "2, pieces of pages",
            rooms: &["ui"],
        },
        Floor {
            name: "3, the portal",
            rooms: &["portal"],
        },
        Floor {
            name: "4, the desks' kit",
            rooms: &["desk"],
        },
        Floor {
            name: "5, the desks' screens",
            rooms: &[
                "desk/account",
                "desk/capture",
                "desk/review",
                "desk/admin",
                "desk/auditing",
                "desk/boards",
            ],
        },
        Floor {
            name: "6, doors",
            rooms: &["desk/app", "desk/parts", "desk/shell", "bin", "lib"],
        },
    ],
};

/// What each crate may be built on, by folder; a crate that is not here is told to come in.
pub const CRATES: &[(&str, &[&str])] = &[
    ("shared", &[]),
    ("pdf", &[]),
    ("frontend", &["shared"]),
    ("backend", &["shared", "frontend", "pdf"]),
    ("tests", &["shared"]),
    ("xtask", &[]),
];
