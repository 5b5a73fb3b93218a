package store

import (
	"context"
	"database/sql"
)

// headColumns are the columns that scanHeads reads.
const headColumns = `diagnosis, entity, row, cells, sum`

// heads is the checksum of a row of head.
func (s *summer) heads(key rowKey, cells []byte) [sumSize]byte {
	return s.id(key.diagnosis).text(key.entity).text(string(key.row)).bytes(cells).sum()
}

// scanHeads reads the columns headColumns, and checks them.
func scanHeads(rows *sql.Rows, sums *summer) (rowHeads, error) {
	var key rowKey
	var cells, sum sql.RawBytes
	if err := rows.Scan(&key.diagnosis, &key.entity, &key.row, &cells, &sum); err != nil {
		return rowHeads{}, err
	}
	return soundHeads(key, cells, sum, sums, nil)
}

// soundHeads reads what a row of head holds, and checks it. See unpackHeads for room.
func soundHeads(key rowKey, cells, sum []byte, sums *summer, room []change) (rowHeads, error) {
	if err := sameSum(sum, sums.heads(key, cells)); err != nil {
		return rowHeads{key: key}, err
	}
	return unpackHeads(key, cells, room)
}

// eachRow calls visit with the heads of every row, sorted by diagnosis and entity,
// and the rows as SQLite sorts their names.
func eachRow(ctx context.Context, c *connection, visit func(rowHeads) error) error {
	var sums summer
	return c.each(ctx, `SELECT `+headColumns+` FROM head ORDER BY diagnosis, entity, row`, nil, func(rows *sql.Rows) error {
		r, err := scanHeads(rows, &sums)
		if err != nil {
			return err
		}
		return visit(r)
	})
}

// readRow reads the heads of a row, none when nothing was ever written of it.
func readRow(ctx context.Context, c *connection, key rowKey) (r rowHeads, err error) {
	r.key = key
	var sums summer
	err = c.lookUp(ctx, `SELECT `+headColumns+` FROM head WHERE diagnosis = ? AND entity = ? AND row = ?`,
		[]any{key.diagnosis[:], key.entity, key.row.column()}, func(rows *sql.Rows) (err error) {
			r, err = scanHeads(rows, &sums)
			return err
		})
	return r, err
}

// mostCells is how long the heads of a row are at most, in bytes, so that SQLite takes
// the row: hundreds of long texts of people who had not seen each other's.
const mostCells = 2*MaxPhoto - 4096

// write makes these the heads of their row.
func (r rowHeads) write(ctx context.Context, c *connection) error {
	cells, sum, err := r.sealed(nil, new(summer))
	if err != nil {
		return err
	}
	return writeHeads(ctx, c, r.key, cells, sum)
}

// sealed is what table head has of the row. See pack for room.
func (r rowHeads) sealed(room []byte, sums *summer) (cells []byte, sum [sumSize]byte, err error) {
	cells = r.pack(room)
	if len(cells) > mostCells {
		return nil, sum, errTooManyVersions
	}
	return cells, sums.heads(r.key, cells), nil
}

// writeHeads writes what sealed gave.
func writeHeads(ctx context.Context, c *connection, key rowKey, cells []byte, sum [sumSize]byte) error {
	return c.exec(ctx, `INSERT OR REPLACE INTO head (`+headColumns+`) VALUES (?, ?, ?, ?, ?)`,
		key.diagnosis[:], key.entity, key.row.column(), cells, sum[:])
}

// standing names the changes that are heads.
func standing(ctx context.Context, c *connection) (map[changeName]bool, error) {
	out := map[changeName]bool{}
	err := eachRow(ctx, c, func(r rowHeads) error {
		for _, h := range r.list {
			out[changeName{h.session, h.seq}] = true
		}
		return nil
	})
	return out, err
}

// earlierHeads reads the heads of a file of the formats 1 to 3, which kept the names of
// changes cell by cell.
func earlierHeads(ctx context.Context, c *connection, version int) (out []rowHeads, err error) {
	if version < 1 || version > 3 {
		return nil, nil
	}
	var sums summer
	err = c.once(ctx, `SELECT h.diagnosis, h.entity, h.row, h.field, h.session, h.seq,
		coalesce(c.hlc, 0), coalesce(c.value, ''), coalesce(c.sum, x'')
		FROM head h LEFT JOIN change c ON c.session = h.session AND c.seq = h.seq
		ORDER BY h.diagnosis, h.entity, h.row, h.field, h.session, h.seq`, nil, func(rows *sql.Rows) error {
		h, sum, err := scanChange(rows)
		if err != nil {
			return err
		}
		if last := len(out) - 1; last < 0 || out[last].key != h.cell().rowKey {
			out = append(out, rowHeads{key: h.cell().rowKey})
		}
		r := &out[len(out)-1]
		r.list = append(r.list, h)
		return sameSum(sum, sums.change(h))
	})
	return out, err
}
