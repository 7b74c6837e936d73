package dev.slipway.scaffolder.form;

import dev.slipway.scaffolder.Answers;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.FormField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The answers of a form that is being filled in; every page of it carries all of them.
 *
 * @param values null for what was left empty
 * @param choices which alternatives were chosen
 */
public record FormState(Form form, Map<String, @Nullable Object> values, Map<String, Integer> choices) {

    private static final int MOST_ROUNDS = 12;
    private static final String SECRETS = "secrets.";

    /** What the browser sent; an answer may decide which other fields there are, so it is read until nothing changes. */
    public static FormState of(Form form, MultiValueMap<String, String> received, SecretCarrier secrets) {
        MultiValueMap<String, String> sent = EntryRows.afterButtons(received);
        Map<String, Integer> choices = choices(sent);
        Form chosen = form.choosing(choices);
        AnswerReader reader = new AnswerReader(sent, secrets);
        Map<String, @Nullable Object> values = Map.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, @Nullable Object> known = chosen.completed(values);
            Map<String, @Nullable Object> next = new LinkedHashMap<>();
            for (int page = 0; page < form.pages(); page++) {
                chosen.fields(page, known).forEach(field -> reader.read(field, next));
            }
            if (next.equals(values)) {
                break;
            }
            values = next;
        }
        return new FormState(chosen, values, choices);
    }

    private static Map<String, Integer> choices(MultiValueMap<String, String> sent) {
        Map<String, Integer> choices = new HashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(Inputs.CHOICE) && values.getLast().matches("[0-9]{1,3}")) {
                choices.put(name.substring(Inputs.CHOICE.length()), Integer.valueOf(values.getLast()));
            }
        });
        return choices;
    }

    /** After what a button of a list says: {@code add:<path>}, {@code remove:<path>.<n>}, {@code up:…}, {@code down:…}. */
    public FormState edited(String command) {
        String path = command.substring(command.indexOf(':') + 1);
        boolean locked = fields().filter(FormField::locked)
                .anyMatch(field -> path.equals(field.path()) || path.startsWith(field.path() + "."));
        if (locked) {
            return this;
        }
        return new FormState(form, ListEdit.apply(withDefaults(), command), choices);
    }

    /** What a run begins with. */
    public Answers answers() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>(values);
        parameters.keySet().removeAll(form.secretsBeside());
        Map<String, String> secrets = new HashMap<>();
        form.secretsBeside().forEach(name -> {
            if (values.get(name) != null) {
                secrets.put(name, String.valueOf(values.get(name)));
            }
        });
        return new Answers(parameters, secrets, choices);
    }

    /** A problem beside the field that it is about. */
    public FieldProblem placed(FieldProblem problem) {
        String name = problem.field().startsWith(SECRETS) ? problem.field().substring(SECRETS.length()) : "";
        return form.secretsBeside().contains(name) ? new FieldProblem(name, problem.message()) : problem;
    }

    /** The values, and the defaults of what was not answered yet. */
    public Map<String, @Nullable Object> withDefaults() {
        return form.completed(values);
    }

    /** The page, from 0, that is shown after this one; the number of pages for the review. */
    public int after(int page) {
        int next = page + 1;
        while (next < form.pages() && !form.shows(next, withDefaults())) {
            next++;
        }
        return Math.min(next, form.pages());
    }

    /** The page that is shown before this one; the first when there is none. */
    public int before(int page) {
        int previous = page - 1;
        while (previous > 0 && !form.shows(previous, withDefaults())) {
            previous--;
        }
        return Math.max(0, previous);
    }

    /** The first page with one of these problems; the last one for problems without a field. */
    public int pageOf(List<FieldProblem> problems) {
        for (int page = 0; page < form.pages(); page++) {
            int each = page;
            if (problems.stream().anyMatch(problem -> hasOn(each, problem))) {
                return page;
            }
        }
        return Math.max(0, form.pages() - 1);
    }

    /** Whether the problem is one of a field of this page, or of one below it. */
    public boolean hasOn(int page, FieldProblem problem) {
        return form.fields(page, withDefaults()).stream()
                .anyMatch(field ->
                        problem.field().equals(field.path()) || problem.field().startsWith(field.path() + "."));
    }

    /** Whether the answers brought fields that the page, which named those that it showed, did not have. */
    public boolean bringsFields(int page, MultiValueMap<String, String> sent) {
        String shown = sent.getFirst(Inputs.SHOWN);
        return shown != null && !new HashSet<>(List.of(shown.split(" "))).containsAll(paths(page));
    }

    /** The paths of all fields of a page. */
    public List<String> paths(int page) {
        return form.fields(page, withDefaults()).stream()
                .flatMap(FormState::below)
                .map(FormField::path)
                .toList();
    }

    /** The field with this path, on whichever page. */
    public Optional<FormField> field(String path) {
        return fields().filter(field -> field.path().equals(path)).findFirst();
    }

    private Stream<FormField> fields() {
        Map<String, @Nullable Object> known = withDefaults();
        return IntStream.range(0, form.pages())
                .boxed()
                .flatMap(page -> form.fields(page, known).stream())
                .flatMap(FormState::below);
    }

    private static Stream<FormField> below(FormField field) {
        return Stream.concat(Stream.of(field), field.children().stream().flatMap(FormState::below));
    }
}
