package store

import (
	"crypto/sha256"
	"encoding/binary"
)

// sumSize is the length of a checksum, in bytes.
const sumSize = 8

// storedSum is a checksum as a file holds it.
func storedSum(column []byte) (sum [sumSize]byte, err error) {
	if len(column) != sumSize {
		return sum, errDamaged
	}
	return [sumSize]byte(column), nil
}

// summer computes the checksums of rows: the first 8 bytes of a SHA-256 over
// their columns, each led by its length. They tell a damaged row from a sound
// one; they are no signature.
type summer struct{ buf []byte }

func (s *summer) text(v string) *summer {
	s.buf = binary.BigEndian.AppendUint64(s.buf, uint64(len(v)))
	s.buf = append(s.buf, v...)
	return s
}

func (s *summer) bytes(v []byte) *summer {
	s.buf = binary.BigEndian.AppendUint64(s.buf, uint64(len(v)))
	s.buf = append(s.buf, v...)
	return s
}

func (s *summer) id(v uuid) *summer {
	s.buf = append(s.buf, v[:]...)
	return s
}

func (s *summer) integer(v int64) *summer {
	s.buf = binary.BigEndian.AppendUint64(s.buf, uint64(v))
	return s
}

// sum gives the checksum and starts anew.
func (s *summer) sum() [8]byte {
	whole := sha256.Sum256(s.buf)
	s.buf = s.buf[:0]
	return [8]byte(whole[:8])
}

func (s *summer) change(c change) [8]byte {
	return s.id(c.session).integer(c.seq).integer(c.hlc).id(c.diagnosis).
		text(c.entity).text(string(c.row)).text(c.field).text(c.value).sum()
}

func (s *summer) document(id uuid, created int64) [8]byte {
	return s.id(id).integer(created).sum()
}
