package dev.slipway.scaffolding.form;

import dev.slipway.scaffolding.ParameterPage;
import dev.slipway.scaffolding.TemplateDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a template: its fields depend on the values entered so far, those of earlier pages included. An answer of null
 * says that a field was left empty; an answer that is not there takes its field's default.
 */
public final class Form {

    private static final int MOST_ROUNDS = 10;

    private final List<ParameterPage> pages;
    private final Map<String, Integer> choices;
    private final Set<String> beside;

    public Form(TemplateDefinition template) {
        this(template.pages(), Map.of(), Set.of());
    }

    private Form(List<ParameterPage> pages, Map<String, Integer> choices, Set<String> beside) {
        this.pages = pages;
        this.choices = choices;
        this.beside = beside;
    }

    /** As a person fills it in: secrets that the template needs, and no field asks for, have a page of their own at the end. */
    public static Form asking(TemplateDefinition template) {
        ParameterPage secrets = SecretsPage.of(template);
        Set<String> names = Plain.map(secrets.schema().get("properties")).keySet();
        return names.isEmpty()
                ? new Form(template)
                : new Form(
                        Stream.concat(template.pages().stream(), Stream.of(secrets))
                                .toList(),
                        Map.of(),
                        names);
    }

    /** What is wrong with secrets by {@code spec.secrets.schema}. */
    public static List<FieldProblem> secretProblems(TemplateDefinition template, Map<String, String> given) {
        return SecretsPage.problems(template, given);
    }

    /** A form of one page. */
    static Form of(ParameterPage page) {
        return new Form(List.of(page), Map.of(), Set.of());
    }

    /** The names of secrets that {@link #asking} asks for on a page of their own: no parameters of the template. */
    public Set<String> secretsBeside() {
        return beside;
    }

    /** What the template says of a page, from 0. */
    public ParameterPage described(int page) {
        return pages.get(page);
    }

    /**
     * This form with alternatives chosen by a person; otherwise what fits the values best is taken.
     *
     * @param chosen by path of the field, from 0
     */
    public Form choosing(Map<String, Integer> chosen) {
        return new Form(pages, Map.copyOf(chosen), beside);
    }

    public int pages() {
        return pages.size();
    }

    /** Whether the page, from 0, is part of the form for these values. */
    public boolean shows(int page, Map<String, @Nullable Object> values) {
        return PageCondition.holds(pages.get(page).schema(), values);
    }

    /** A page as a whole: its fields are the children. */
    public FormField page(int page, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> schema =
                new LinkedHashMap<>(pages.get(page).schema());
        schema.put("type", "object");
        schema.remove("when");
        if (!shows(page, values)) {
            schema.keySet().retainAll(Set.of("type", "title", "description"));
        }
        return new Fields(new Scope(schema, choices)).field("#" + page, "", schema, true, values, 0);
    }

    /** The fields of a page, from 0; none of one that is not shown. */
    public List<FormField> fields(int page, Map<String, @Nullable Object> values) {
        return page(page, values).children();
    }

    /** The values with the defaults of shown fields filled in; nothing is left out. */
    public Map<String, @Nullable Object> completed(Map<String, @Nullable Object> entered) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(entered);
        for (int page = 0; page < pages.size(); page++) {
            known = completed(page, known);
        }
        return known;
    }

    /** A default may make further fields appear: looks again until none does. */
    private Map<String, @Nullable Object> completed(int page, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> known = values;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, @Nullable Object> next = Defaults.fill(fields(page, known), known);
            if (next.equals(known)) {
                break;
            }
            known = next;
        }
        return known;
    }

    /** The values with the defaults of shown fields filled in, and without those of fields that are not shown. */
    public Map<String, @Nullable Object> submitted(Map<String, @Nullable Object> entered) {
        Submission submission = submission(entered);
        Map<String, @Nullable Object> submitted = new LinkedHashMap<>(submission.parameters());
        submitted.putAll(submission.secrets());
        return submitted;
    }

    /** Everything that is wrong with the answers of all pages; names that no field has are problems too. */
    public List<FieldProblem> problems(Map<String, @Nullable Object> entered) {
        Map<String, @Nullable Object> known = completed(entered);
        List<FieldProblem> problems = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            problems.addAll(Problems.of(page(page, known)));
        }
        entered.keySet().stream()
                .filter(name -> !isKnown(name))
                .forEach(name -> problems.add(new FieldProblem(name, "This template has no such parameter.")));
        return problems.stream().distinct().toList();
    }

    /** What is wrong with the answers of one page, from 0. */
    public List<FieldProblem> problems(int page, Map<String, @Nullable Object> values) {
        return Problems.of(page(page, values));
    }

    /** What {@link #submitted} says, with secrets apart from what may be stored and shown. */
    public Submission submission(Map<String, @Nullable Object> entered) {
        Map<String, @Nullable Object> known = completed(entered);
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        Map<String, String> secrets = new LinkedHashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            fields(page, known).forEach(field -> {
                Object value = Shown.value(field, secrets);
                if (value != null) {
                    parameters.put(field.name(), value);
                }
            });
        }
        return new Submission(parameters, secrets);
    }

    /** The answers with secrets that were given apart from them, for the fields that ask for secrets. */
    public Map<String, @Nullable Object> withSecrets(
            Map<String, @Nullable Object> entered, Map<String, String> secrets) {
        Map<String, @Nullable Object> known = completed(entered);
        Map<String, @Nullable Object> all = new LinkedHashMap<>(entered);
        for (int page = 0; page < pages.size(); page++) {
            fields(page, known).stream()
                    .filter(field -> field.secret() && field.value() == null && secrets.containsKey(field.name()))
                    .forEach(field -> all.put(field.name(), secrets.get(field.name())));
        }
        return all;
    }

    /**
     * The parameters as steps see them: a field with the widget {@code password} is a parameter in Backstage, and only kept with the
     * secrets.
     */
    public Map<String, @Nullable Object> withPasswords(
            Map<String, @Nullable Object> parameters, Map<String, String> secrets) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(parameters);
        for (int page = 0; page < pages.size(); page++) {
            for (FormField field : fields(page, parameters)) {
                String secret = secrets.get(field.name());
                if (field.widget().equals("password") && secret != null) {
                    all.put(field.name(), secret);
                }
            }
        }
        return all;
    }

    /** Whether a field of this name can appear, whatever the values. */
    boolean isKnown(String name) {
        return pages.stream().anyMatch(page -> Problems.mentions(page.schema(), name));
    }
}
