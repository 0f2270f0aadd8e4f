"""The snippet in Go says what we say."""

import subprocess
from pathlib import Path

from inspector.providers.snippets.go import GO
from tests.providers.snippets.cases import CASES, EXPECTED, Run, exit_codes, planned, program_of, runs

DRIVER = """
func run(main func()) (code int) {
	defer func() {
		if ended := recover(); ended != nil {
			code, _ = ended.(int)
		}
	}()
	main()
	return 0
}

func main() {
	var all [][]json.RawMessage
	if json.NewDecoder(os.Stdin).Decode(&all) != nil {
		os.Exit(9)
	}
	for at, one := range all {
		var body string
		json.Unmarshal(one[1], &body)
		environment := map[string]string{}
		json.Unmarshal(one[2], &environment)
		for name, value := range environment {
			os.Setenv(name, value)
		}
		os.Args = []string{"", body}
		fmt.Println(run(programs[at/2]))
	}
}
"""


def one_program(all_runs: list[Run], folder: Path) -> Path:
    """All snippets as packages of one program: linking each would take long."""
    names = list(dict.fromkeys(run.program.parent.name for run in all_runs))
    for run in all_runs[::2]:
        text = run.program.read_text(encoding="utf-8")
        text = text.replace("package main", f"package {run.program.parent.name}", 1)
        text = text.replace("func main()", "func Main()").replace("os.Exit(", "panic(")
        run.program.write_text(text, encoding="utf-8")
    paths = [f'\t"snippets/{name}"' for name in names]
    start = ["package main", "import (", '\t"encoding/json"', '\t"fmt"', '\t"os"', *paths, ")"]
    listed = f"var programs = []func(){{{', '.join(f'{name}.Main' for name in names)}}}"
    (folder / "main.go").write_text("\n".join([*start, listed, DRIVER]), encoding="utf-8")
    (folder / "go.mod").write_text("module snippets\n\ngo 1.19\n", encoding="utf-8")
    return folder / "all"


def test_each_way_of_signing(tmp_path: Path) -> None:
    """Where go is here it ends with 0 for the delivery and 1 when a byte is another; else it is written whole."""
    all_runs = runs(GO, tmp_path)
    program = program_of("go")
    if program is not None:
        built = one_program(all_runs, tmp_path)
        subprocess.run([program, "build", "-o", built, "."], cwd=tmp_path, check=True)
        assert exit_codes((built,), all_runs) == EXPECTED
    for case in CASES:
        plan = planned(case)
        text = GO.write(plan)
        assert "hmac.Equal" in text
        assert all(name in text for name, _ in plan.headers)
        assert case.secret.decode() not in text
        assert text.count("{") == text.count("}"), case.name
