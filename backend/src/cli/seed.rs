//! `conoceles seed demo`. Packages have the command and not the data: it says so.

use clap::{Args, Subcommand};

use super::Outcome;
use crate::core::config::Config;

/// What can be seeded.
#[derive(Debug, Subcommand)]
pub enum SeedCommand {
    /// Two elections with invented persons, parties, texts and portraits, and accounts to try.
    Demo(Demo),
}

/// How the demo is seeded.
#[derive(Debug, Args)]
pub struct Demo {
    /// Empties a database that the demo made, and seeds it again.
    #[arg(long)]
    fresh: bool,
}

/// Runs the command.
///
/// # Errors
/// The database or the data folder, a database that holds something else, or a build without data.
pub async fn run_seed(config: Config, command: SeedCommand) -> Outcome {
    let SeedCommand::Demo(asked) = command;
    data::seed_demo(config, asked.fresh).await
}

#[cfg(feature = "demo")]
mod data {
    use std::io::Write as _;
    use std::path::Path;

    use super::{Config, Outcome};
    use crate::core::state::App;
    use crate::seed;

    /// The file that the accounts are written to, in the data folder.
    const ACCOUNTS: &str = "demo-accounts.txt";

    pub(super) async fn seed_demo(config: Config, fresh: bool) -> Outcome {
        let app = App::open(config).await?;
        let now = app.clock.now();
        let done = seed::demo(&app, now, fresh, &|line| eprintln!("{line}")).await;
        app.db.close().await;
        let file = app.config.data_dir.join(ACCOUNTS);
        match done? {
            seed::Outcome::Seeded(table) => {
                write_accounts(&file, &table)?;
                print!("{table}");
                println!("\nGuardado en {}.", file.display());
                Ok(())
            }
            seed::Outcome::Already => {
                println!(
                    "La base de datos ya tiene la demostración; las cuentas están en {}. Con --fresh \
                     se vacía y se vuelve a crear.",
                    file.display()
                );
                Ok(())
            }
            seed::Outcome::InUse => Err(
                "la base de datos tiene información que no hizo la demostración; no se cambió nada. \
                 Use otra con CONOCELES_DATABASE_URL."
                    .into(),
            ),
        }
    }

    /// Writes the accounts anew, readable by their owner only.
    fn write_accounts(file: &Path, table: &str) -> std::io::Result<()> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut opened = options.open(file)?;
        crate::core::own_files::narrow_file(file);
        opened.write_all(table.as_bytes())
    }
}

#[cfg(not(feature = "demo"))]
mod data {
    use super::{Config, Outcome};

    pub(super) async fn seed_demo(_: Config, _: bool) -> Outcome {
        Err(
            "esta compilación no incluye los datos de demostración; no se cambió nada. Para \
             verlos, en el código fuente: cargo xtask demo, que compila, siembra y sirve; o cargo \
             run --features demo -- seed demo."
                .into(),
        )
    }

    #[actix_web::test]
    async fn a_build_without_the_data_says_how_to_get_it() {
        let refused = seed_demo(Config::default(), false).await.unwrap_err();
        assert!(
            refused.to_string().contains("cargo xtask demo"),
            "{refused}"
        );
    }
}
