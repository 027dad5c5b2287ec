/** Programs of others that count an election file; the names are those of their documentation. */
export const COUNT_WITH_PABUTOOLS = `pip install pabutools
python3 - <<'END'
from pabutools.election import parse_pabulib, Cost_Sat
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
instance, profile = parse_pabulib("ballots/CODE.pb")
print(greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat))
print(method_of_equal_shares(instance, profile, sat_class=Cost_Sat))
END`;

/** Nothing but what Python brings along; a test runs these lines on an archive. */
export const CHECK_LEDGER_WITH_PYTHON = `import base64, hashlib, json, zipfile
archive = zipfile.ZipFile("archive.zip")
sha = lambda data: hashlib.sha256(data).digest()
start = json.load(archive.open("ledger/start.json"))
size = start["size"]
levels = [bit for bit in range(60, -1, -1) if size >> bit & 1]
edge = [(bit, bytes.fromhex(part)) for bit, part in zip(levels, start["edge"])]

def root():
    whole = edge[-1][1]
    for _, left in reversed(edge[:-1]):
        whole = sha(b"\\1" + left + whole)
    return base64.b64encode(whole).decode()

notes = [json.loads(line).split("\\n") for line in archive.open("ledger/checkpoints.jsonl")]
due = {int(note[1]): note[2] for note in notes}
due.pop(size, None)
for line in archive.open("ledger/leaves.jsonl"):
    line = line.rstrip(b"\\n")
    leaf = bytes.fromhex(line.decode().strip('"')) if line[:1] == b'"' else sha(b"\\0" + line)
    level = 0
    while edge and edge[-1][0] == level:
        leaf = sha(b"\\1" + edge.pop()[1] + leaf)
        level += 1
    edge.append((level, leaf))
    size += 1
    if size in due and due.pop(size) != root():
        raise SystemExit(f"does not hold: checkpoint over {size} entries")
if due:
    raise SystemExit(f"does not hold: checkpoints over {sorted(due)}")
print("holds:", size, root())`;

export const CHECKSUM = 'sha256sum archive.zip';
export const COUNT_IN_SHEET = `=COUNT(B2:B1000000)
=SUM(B2:B1000000)`;
export const VERIFY = `npm ci
npm run -s recount -- verify archive.zip`;
export const FIND_RECEIPT = `printf %s '2345-6789-ABCD-E' | sha256sum
unzip -p archive.zip receipts.csv | grep DIGEST`;
