package dev.slipway.scaffolding.dryrun;

import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Secrets;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives a dry run. Fields that ask for secrets take theirs from the secrets when the answers have none.
 *
 * @param values the answers
 * @param given secrets apart from the answers; a dry run may do without those that {@code spec.secrets.schema} names
 */
public record DryRunInput(
        TemplateDefinition template, Map<String, @Nullable Object> values, Map<String, String> given) {

    private Form form() {
        return new Form(template);
    }

    private Submission submission() {
        return form().submission(form().withSecrets(values, given));
    }

    /** Everything that is wrong, without a word of the secrets. */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>(form().problems(form().withSecrets(values, given)));
        if (!given.isEmpty()) {
            Form.secretProblems(template, given)
                    .forEach(
                            problem -> problems.add(new FieldProblem("secrets." + problem.field(), problem.message())));
        }
        Secrets secrets = secrets();
        return problems.stream()
                .map(problem -> new FieldProblem(problem.field(), secrets.masked(problem.message())))
                .toList();
    }

    /** Those that were given, and those among the answers. */
    public Secrets secrets() {
        Map<String, String> secrets = new LinkedHashMap<>(given);
        secrets.putAll(submission().secrets());
        return new Secrets(secrets);
    }

    /** What steps see as {@code parameters}. */
    public Map<String, @Nullable Object> parameters() {
        return form().withPasswords(submission().parameters(), secrets().reveal());
    }
}
