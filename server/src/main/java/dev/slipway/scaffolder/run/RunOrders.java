package dev.slipway.scaffolder.run;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.Answers;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.fields.FieldChecks;
import dev.slipway.scaffolder.store.NewRun;
import dev.slipway.scaffolder.vault.Vault;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Secrets;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.Submission;
import dev.slipway.scaffolding.run.Preflight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what is asked for, and makes of it what is stored. */
@Component
class RunOrders {

    private static final int MOST_SECRETS = 100;
    private static final int LONGEST_SECRETS = 256 * 1024;

    private final ActionRegistry registry;
    private final FieldChecks fields;
    private final RunInfos infos;
    private final Vault vault;

    RunOrders(ActionRegistry registry, FieldChecks fields, RunInfos infos, Vault vault) {
        this.registry = registry;
        this.fields = fields;
        this.infos = infos;
        this.vault = vault;
    }

    /** Everything that is wrong, without a word of the secrets. */
    List<FieldProblem> problems(StoredTemplate template, Answers answers, Actor actor) {
        Form form = new Form(template.definition()).choosing(answers.choices());
        Map<String, @Nullable Object> values = form.withSecrets(answers.values(), answers.secrets());
        Submission submission = form.submission(values);
        Secrets secrets = secrets(submission, answers.secrets());
        List<FieldProblem> problems = new ArrayList<>(form.problems(values));
        problems.addAll(fields.problems(form, form.completed(values), actor));
        secretProblems(template, secrets.reveal()).stream()
                .filter(problem ->
                        problems.stream().noneMatch(known -> problem.field().equals("secrets." + known.field())))
                .toList()
                .forEach(problems::add);
        RunInfo info = infos.of(
                RunId.random().toString(),
                actor.account(),
                template,
                form.withPasswords(submission.parameters(), secrets.reveal()),
                secrets);
        new Preflight(registry.actions(), info)
                .problems(template.definition()).stream()
                        .filter(problem -> problem.field().isEmpty()
                                || problems.stream()
                                        .noneMatch(known -> known.field().equals(problem.field())))
                        .toList()
                        .forEach(problems::add);
        return problems.stream()
                .map(problem -> new FieldProblem(problem.field(), secrets.masked(problem.message())))
                .toList();
    }

    /** What is wrong with the secrets, by {@code secrets.<name>}. */
    private static List<FieldProblem> secretProblems(StoredTemplate template, Map<String, String> given) {
        if (given.size() > MOST_SECRETS
                || given.values().stream().mapToInt(String::length).sum() > LONGEST_SECRETS) {
            return List.of(new FieldProblem(
                    "secrets", "At most " + MOST_SECRETS + " secrets of " + LONGEST_SECRETS + " characters together."));
        }
        return Form.secretProblems(template.definition(), given).stream()
                .map(problem -> new FieldProblem("secrets." + problem.field(), problem.message()))
                .toList();
    }

    private static Secrets secrets(Submission submission, Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>(submission.secrets());
        all.putAll(given);
        return new Secrets(all);
    }

    NewRun order(StoredTemplate template, Answers answers, Actor actor) {
        RunId id = RunId.random();
        Submission submission =
                new Form(template.definition()).choosing(answers.choices()).submission(answers.values());
        Secrets secrets = secrets(submission, answers.secrets());
        return new NewRun(
                id,
                template.key(),
                template.definition().title(),
                template.commit().value(),
                actor.account(),
                secrets.masked(submission.parameters()),
                List.copyOf(secrets.names()),
                seal(id, secrets.reveal()),
                template.definition().steps());
    }

    @Nullable
    String seal(RunId run, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : vault.seal(run, secrets);
    }

    /** @throws ScaffolderException with INVALID unless another attempt gets all the secrets that the first one had */
    void requireSecrets(List<String> names, Map<String, String> given) {
        List<Problem> missing = names.stream()
                .filter(name -> !given.containsKey(name))
                .map(name -> Problem.at("secrets." + name, "It was forgotten when the run ended.")
                        .next("Give it again."))
                .toList();
        List<Problem> unknown = given.keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> Problem.at("secrets." + name, "The run had no such secret."))
                .toList();
        List<Problem> problems =
                Stream.concat(missing.stream(), unknown.stream()).toList();
        if (!problems.isEmpty()) {
            throw new ScaffolderException(ProblemCode.INVALID, problems);
        }
    }
}
