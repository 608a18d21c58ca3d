//! The file system inside an old workbook, walked without believing it: a chain that bites its tail
//! would never end, and sizes are whatever their author wrote.

/// Sector numbers from here on are no sectors.
const RESERVED: u32 = 0xFFFF_FFFA;
/// The end of a chain.
const END: u32 = 0xFFFF_FFFE;
/// What is smaller lies in the small sectors.
const SMALL_STREAM: usize = 4096;
/// The size of a small sector.
const SMALL: usize = 64;

/// A compound file.
#[derive(Debug)]
pub struct Compound<'a> {
    bytes: &'a [u8],
    size: usize,
    fat: Vec<u32>,
    small_fat: Vec<u32>,
    entries: Vec<Stream>,
}

#[derive(Debug, Clone)]
struct Stream {
    name: String,
    start: u32,
    length: usize,
}

/// Where the bytes of a stream are in the file: runs of the same length, the last may be cut.
#[derive(Debug)]
pub struct Located {
    /// The stream.
    pub bytes: Vec<u8>,
    runs: Vec<usize>,
    run: usize,
}

impl Located {
    /// Where a byte of the stream is in the file.
    pub fn in_file(&self, at: usize) -> Option<usize> {
        let start = self.runs.get(at / self.run)?;
        Some(start + at % self.run)
    }
}

impl<'a> Compound<'a> {
    /// The file; `None` where it is damaged.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let size = match two(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            size,
            fat: Vec::new(),
            small_fat: Vec::new(),
            entries: Vec::new(),
        };
        file.fat = file.allocation()?;
        let small = file.chain(four(bytes, 60)?, &file.fat)?;
        for sector in small {
            file.small_fat.extend(numbers(file.sector(sector)?));
        }
        for sector in file.chain(four(bytes, 48)?, &file.fat)? {
            let entries = file
                .sector(sector)?
                .chunks_exact(128)
                .filter_map(directory_entry);
            file.entries.extend(entries);
        }
        // The root's stream holds the small sectors; its reader follows it whatever it needs.
        let root = file.entries.first()?;
        if root.start < RESERVED {
            file.chain(root.start, &file.fat)?;
        }
        Some(file)
    }

    /// Whether it has a stream.
    pub fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// A stream with its places in the file.
    pub fn stream(&self, name: &str) -> Option<Located> {
        let found = self
            .entries
            .iter()
            .find(|it| it.name.eq_ignore_ascii_case(name))?;
        let (runs, run) = if found.length < SMALL_STREAM {
            let root = self.entries.first()?;
            let large = self.chain(root.start, &self.fat)?;
            let small = self.chain(found.start, &self.small_fat)?;
            let place = |it: &u32| {
                let at = usize::try_from(*it).ok()?.checked_mul(SMALL)?;
                let sector = large.get(at / self.size)?;
                Some(self.place(*sector)? + at % self.size)
            };
            (small.iter().map(place).collect::<Option<Vec<_>>>()?, SMALL)
        } else {
            let chain = self.chain(found.start, &self.fat)?;
            let places = chain.iter().map(|it| self.place(*it));
            (places.collect::<Option<Vec<_>>>()?, self.size)
        };
        let mut bytes = Vec::new();
        for start in &runs {
            let end = start.saturating_add(run).min(self.bytes.len());
            bytes.extend_from_slice(self.bytes.get(*start..end)?);
        }
        bytes.truncate(found.length);
        Some(Located { bytes, runs, run })
    }

    /// The table of which sector follows which.
    fn allocation(&self) -> Option<Vec<u32>> {
        let mut tables: Vec<u32> = numbers(self.bytes.get(76..512)?).collect();
        let mut next = four(self.bytes, 68)?;
        let most = self.bytes.len() / self.size + 1;
        for _ in 0..most {
            if next >= RESERVED {
                break;
            }
            let mut more: Vec<u32> = numbers(self.sector(next)?).collect();
            next = more.pop()?;
            tables.extend(more);
        }
        if next < RESERVED {
            return None;
        }
        let mut fat = Vec::new();
        for sector in tables.into_iter().filter(|it| *it < RESERVED) {
            fat.extend(numbers(self.sector(sector)?));
        }
        Some(fat)
    }

    /// The sectors of a chain; `None` where it leaves the table or never ends.
    fn chain(&self, start: u32, table: &[u32]) -> Option<Vec<u32>> {
        let mut chain = Vec::new();
        let mut next = start;
        while next < RESERVED {
            if chain.len() > table.len() {
                return None;
            }
            chain.push(next);
            next = *table.get(usize::try_from(next).ok()?)?;
        }
        (next == END || chain.is_empty()).then_some(chain)
    }

    fn place(&self, sector: u32) -> Option<usize> {
        usize::try_from(sector)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.size)
    }

    fn sector(&self, sector: u32) -> Option<&'a [u8]> {
        let start = self.place(sector)?;
        let end = start.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }
}

fn directory_entry(bytes: &[u8]) -> Option<Stream> {
    let name: Vec<u16> = bytes
        .get(..64)?
        .chunks_exact(2)
        .map(|it| u16::from_le_bytes([it[0], it[1]]))
        .take_while(|it| *it != 0)
        .collect();
    Some(Stream {
        name: String::from_utf16_lossy(&name),
        start: four(bytes, 116)?,
        length: usize::try_from(four(bytes, 120)?).ok()?,
    })
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .chunks_exact(4)
        .map(|it| u32::from_le_bytes([it[0], it[1], it[2], it[3]]))
}

/// Two bytes as a number.
pub fn two(bytes: &[u8], at: usize) -> Option<u16> {
    let it = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(it.try_into().ok()?))
}

/// Four bytes as a number.
pub fn four(bytes: &[u8], at: usize) -> Option<u32> {
    let it = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(it.try_into().ok()?))
}
