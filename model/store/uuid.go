package store

import (
	"encoding/hex"
	"fmt"
)

// uuid is an id as the log keeps it: 16 bytes instead of 36 characters.
type uuid [16]byte

func (u uuid) String() string {
	text := u.text()
	return string(text[:])
}

// text is the canonical form: lower case, with hyphens.
func (u uuid) text() (out [36]byte) {
	hex.Encode(out[:8], u[:4])
	hex.Encode(out[9:13], u[4:6])
	hex.Encode(out[14:18], u[6:8])
	hex.Encode(out[19:23], u[8:10])
	hex.Encode(out[24:], u[10:])
	out[8], out[13], out[18], out[23] = '-', '-', '-', '-'
	return out
}

// parseUUID reads the canonical form only: 36 characters, lower case.
func parseUUID(s string) (u uuid, err error) {
	if len(s) == 36 {
		compact := [32]byte{}
		n := copy(compact[:], s[:8])
		for _, part := range []string{s[9:13], s[14:18], s[19:23], s[24:]} {
			n += copy(compact[n:], part)
		}
		_, err = hex.Decode(u[:], compact[:])
		if text := u.text(); err == nil && string(text[:]) == s {
			return u, nil
		}
	}
	return uuid{}, fmt.Errorf("store: %q is not a UUID in canonical form", s)
}

// Scan reads a blob of 16 bytes.
func (u *uuid) Scan(src any) error {
	b, ok := src.([]byte)
	if !ok || len(b) != len(u) {
		return fmt.Errorf("store: %T of the log is not an id: %w", src, errDamaged)
	}
	copy(u[:], b)
	return nil
}

// rowName is the name of a row as the log keeps it: a UUID as a blob, anything
// else (a lever's slug, a commune's Insee code) as text.
type rowName string

// column is what to bind for the name.
func (r rowName) column() any {
	if u, err := parseUUID(string(r)); err == nil {
		return u[:]
	}
	return string(r)
}

// Scan reads what column gave.
func (r *rowName) Scan(src any) error {
	switch v := src.(type) {
	case string:
		*r = rowName(v)
		return nil
	case []byte:
		var u uuid
		if err := u.Scan(v); err != nil {
			return err
		}
		*r = rowName(u.String())
		return nil
	}
	return fmt.Errorf("store: %T of the log is not the name of a row: %w", src, errDamaged)
}
