// Renders templates with Go's own text/template: one JSON object per line in, one per line out.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"text/template"
)

type task struct {
	Template string `json:"template"`
	Missing  string `json:"missingkey"`
	Data     any    `json:"data"`
}

// Release has fields and methods, as the objects that Helm hands to charts.
type Release struct {
	Name  string
	Tags  []any
	Notes any
}

func (r *Release) Greet(name string) string        { return "hello " + name }
func (r *Release) Count(n int, rest ...any) int    { return n + len(rest) }
func (r *Release) Fail() (string, error)           { return "", errors.New("it failed") }
func (r *Release) Self() *Release                  { return r }
func (r *Release) Config() any                     { return map[string]any{"port": 80, "none": nil} }
func (r *Release) String() string                  { return "release:" + r.Name }

// Versions is a list with a method.
type Versions []any

func (v Versions) Has(s string) bool {
	for _, each := range v {
		if each == s {
			return true
		}
	}
	return false
}

func (v Versions) String() string { return "versions" }

func values(in any) any {
	switch v := in.(type) {
	case json.Number:
		if !strings.ContainsAny(v.String(), ".eE") {
			n, _ := v.Int64()
			return int(n)
		}
		f, _ := v.Float64()
		return f
	case []any:
		for i := range v {
			v[i] = values(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = values(v[k])
		}
	}
	return in
}

func functions(set *template.Template) template.FuncMap {
	render := func(t *template.Template, data any) (string, error) {
		var out bytes.Buffer
		err := t.Execute(&out, data)
		return out.String(), err
	}
	return template.FuncMap{
		"upper":   strings.ToUpper,
		"add":     func(a, b int) int { return a + b },
		"int64":   func(a int) int64 { return int64(a) },
		"half":    func(a float64) float64 { return a / 2 },
		"either":  func(test bool, a, b any) any { if test { return a }; return b },
		"join":    func(sep string, items []any) string { var all []string; for _, i := range items { all = append(all, i.(string)) }; return strings.Join(all, sep) },
		"size":    func(m map[string]any) int { return len(m) },
		"list":    func(items ...any) []any { return items },
		"dict":    func(key string, value any) map[string]any { return map[string]any{key: value} },
		"counter": func() any { return func(items ...any) (any, error) { return len(items), nil } },
		"nothing": func() any { return nil },
		"fail":    func(message string) (string, error) { return "", errors.New(message) },
		"bytes":   func(s string) []byte { return []byte(s) },
		"include": func(name string, data any) (string, error) {
			var out bytes.Buffer
			err := set.ExecuteTemplate(&out, name, data)
			return out.String(), err
		},
		"tpl": func(text string, data any) (string, error) {
			copied, err := set.Clone()
			if err != nil {
				return "", err
			}
			parsed, err := copied.New("tpl").Parse(text)
			if err != nil {
				return "", err
			}
			return render(parsed, data)
		},
	}
}

func run(line []byte) (string, error) {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	var t task
	if err := decoder.Decode(&t); err != nil {
		panic(err)
	}
	data := values(t.Data)
	if object, ok := data.(map[string]any); ok {
		object["Release"] = &Release{Name: "demo", Tags: []any{"a", 1}}
		object["Versions"] = Versions{"v1", "apps/v1"}
	}
	set := template.New("t")
	set.Funcs(functions(set))
	if t.Missing != "" {
		set.Option("missingkey=" + t.Missing)
	}
	parsed, err := set.Parse(t.Template)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	err = parsed.Execute(&out, data)
	return out.String(), err
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<26)
	for in.Scan() {
		text, err := run(in.Bytes())
		answer := map[string]string{"text": text}
		if err != nil {
			answer = map[string]string{"error": err.Error()}
		}
		json.NewEncoder(os.Stdout).Encode(answer)
	}
}
