package app

import (
	"fmt"
	"time"

	"tressons/model"
)

// Moment is « le 3 mars 2026 à 9 h 12 », in the time of this computer. A clock
// that was never set, or was forged, gives « à une date inconnue ».
func Moment(at time.Time) string {
	local := at.Local()
	if y := local.Year(); y < 2000 || y > 2200 {
		return "à une date inconnue"
	}
	return fmt.Sprintf("le %s à %d%sh%s%02d", model.Date(local.Format("2006-01-02")).French(),
		local.Hour(), model.NBSP, model.NBSP, local.Minute())
}
