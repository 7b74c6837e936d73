package dev.slipway.template.nunjucks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes the recorded results again, and compares with nunjucks directly; run by {@code template-language/record-nunjucks}. */
@EnabledIfSystemProperty(named = Node.PROPERTY, matches = ".+")
class RecordingTest {

    private static final int RECORDED = 1000;
    private static final int LONGEST_RECORDED = 300;
    private static final List<RandomGenerator<Case>> GRAMMARS = List.of(
            generator(TemplateGrammar::expressionCase),
            generator(TemplateGrammar::templateCase),
            generator(PatternGrammar::patternCase));
    private static final long SEED = 20261121;

    @Test
    void recordsWhatNunjucksMakesOfTheCorpus() throws IOException {
        write("generated-expressions.txt", TemplateGrammar::expressionCase);
        write("generated-templates.txt", TemplateGrammar::templateCase);
        write("generated-regular-expressions.txt", PatternGrammar::patternCase);
        try (Node node = new Node()) {
            for (Path file : Corpus.files()) {
                Corpus.record(file, node::render);
            }
        }
    }

    private static void write(String name, Function<Random, Case> grammar) throws IOException {
        List<String> lines =
                new ArrayList<>(List.of("# Written by RecordingTest", "", "= " + ExpressionGrammar.CONTEXT));
        RandomGenerator<Case> generator = generator(grammar);
        Random random = new Random(SEED);
        int written = 0;
        while (written < RECORDED) {
            Case each = generator.next(random).value();
            if (each.template().length() > LONGEST_RECORDED) {
                continue;
            }
            written++;
            lines.add("options"
                    + String.join(
                            "",
                            each.options().stream().map(option -> " " + option).toList()));
            lines.add(JsonLine.quoted(each.template()));
            lines.add("→ ");
        }
        Files.write(Corpus.FOLDER.resolve(name), lines);
    }

    private static RandomGenerator<Case> generator(Function<Random, Case> grammar) {
        return Arbitraries.randomValue(grammar).generator(1000);
    }

    /** More cases than are recorded: {@code -Dcases=50000}. */
    @Test
    void agreesWithNunjucksAboutNewCases() {
        int cases = Integer.getInteger("cases", 2000);
        List<String> differences = new ArrayList<>();
        try (Node node = new Node()) {
            Random random = new Random();
            for (int i = 0; i < cases; i++) {
                Case each = GRAMMARS.get(i % GRAMMARS.size()).next(random).value();
                Result theirs = node.render(each);
                Result ours = Result.ours(each);
                boolean tooLong = ours.isError() && ours.text().contains(" steps.");
                if (!tooLong && !ours.agreesWith(theirs)) {
                    differences.add(
                            each.json() + "\n  nunjucks: " + theirs.written() + "\n  ours:     " + ours.written());
                }
            }
        }
        assertThat(differences).isEmpty();
    }
}
