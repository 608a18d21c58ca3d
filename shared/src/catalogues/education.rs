//! Degrees and their status (`docs/domain/catalogues.md#degrees`), in order from least to most.

use super::code_enum::code_enum;

code_enum! {
    /// **Grado máximo de estudios.** Ordered.
    Degree {
        NoStudies = "no_studies", "Sin estudios";
        Primary = "primary", "Primaria";
        Secondary = "secondary", "Secundaria";
        HighSchool = "high_school", "Preparatoria/Bachillerato";
        Technical = "technical", "Técnica";
        Bachelor = "bachelor", "Licenciatura";
        Specialty = "specialty", "Especialidad";
        Master = "master", "Maestría";
        Doctorate = "doctorate", "Doctorado";
        Postdoctorate = "postdoctorate", "Posdoctorado";
    }
}

code_enum! {
    /// **Estatus.** How far the degree got.
    DegreeStatus {
        Unfinished = "unfinished", "Trunco";
        Ongoing = "ongoing", "Cursando";
        Concluded = "concluded", "Concluido";
        Graduand = "graduand", "Pasante";
        Certificate = "certificate", "Certificado";
        Title = "title", "Título";
        ProfessionalLicence = "professional_licence", "Cédula profesional";
    }
}

impl Degree {
    /// Whether a status is asked for: not with "Sin estudios".
    #[must_use]
    pub const fn has_status(self) -> bool {
        !matches!(self, Self::NoStudies)
    }
}
