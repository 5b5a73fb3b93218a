package report

// Role is the standard structure type of a piece of a document, in the words
// of ISO 32000 (tagged PDF).
type Role string

// The roles in use.
const (
	RoleDocument  Role = "Document"
	RoleSection   Role = "Sect"
	RoleTitle     Role = "Title"
	RoleH1        Role = "H1"
	RoleH2        Role = "H2"
	RoleH3        Role = "H3"
	RoleH4        Role = "H4"
	RoleH5        Role = "H5"
	RoleH6        Role = "H6"
	RoleP         Role = "P"
	RoleDiv       Role = "Div"
	RoleSpan      Role = "Span"
	RoleLink      Role = "Link"
	RoleList      Role = "L"
	RoleItem      Role = "LI"
	RoleLabel     Role = "Lbl"
	RoleBody      Role = "LBody"
	RoleTable     Role = "Table"
	RoleHead      Role = "THead"
	RoleRows      Role = "TBody"
	RoleTotal     Role = "TFoot"
	RoleRow       Role = "TR"
	RoleHeader    Role = "TH"
	RoleCell      Role = "TD"
	RoleFigure    Role = "Figure"
	RoleCaption   Role = "Caption"
	RoleContents  Role = "TOC"
	RoleEntry     Role = "TOCI"
	RoleReference Role = "Reference"
)

// HeadingRole is the role of a heading of that level, 1 to 6.
func HeadingRole(level int) Role {
	roles := [...]Role{RoleH1, RoleH2, RoleH3, RoleH4, RoleH5, RoleH6}
	return roles[min(max(level, 1), len(roles))-1]
}

// HeadingLevel is the level of a heading's role, 0 for other roles.
func (r Role) HeadingLevel() int {
	if len(r) == 2 && r[0] == 'H' && r[1] >= '1' && r[1] <= '6' {
		return int(r[1] - '0')
	}
	return 0
}
