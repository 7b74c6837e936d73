package dev.slipway.gotemplate.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes the recorded results again, and compares with Go directly; needs Go: {@code -Dgo=go}. */
@EnabledIfSystemProperty(named = GoProcess.PROPERTY, matches = ".+")
class RecordingTest {

    private static final int GENERATED = 600;
    private static final long SEED = 20261121;

    @Test
    void recordsWhatGoMakesOfTheCorpus() throws IOException {
        writeGenerated();
        try (GoProcess go = new GoProcess()) {
            for (Path file : Corpus.files()) Corpus.record(file, go::render);
        }
    }

    private static void writeGenerated() throws IOException {
        List<String> lines = new ArrayList<>(List.of("# Written by RecordingTest", "= " + Inventions.DATA));
        Random random = new Random(SEED);
        for (int i = 0; i < GENERATED; i++) {
            if (i == GENERATED / 2) lines.add("missingkey zero");
            lines.add(Json.quoted(Inventions.template(random)));
        }
        Files.write(Corpus.FOLDER.resolve("generated.txt"), lines);
    }

    /** More than are recorded: {@code -Dcases=50000}. What objects look like by a verb that is not for them is their own affair. */
    @Test
    void agreesWithGoAboutNewTemplates() throws IOException {
        List<String> differences = new ArrayList<>();
        Random random = new Random();
        try (GoProcess go = new GoProcess()) {
            for (int i = 0; i < Integer.getInteger("cases", 2000); i++) {
                Case each = Inventions.someCase(random);
                String theirs = go.render(each).written();
                String ours = Result.ours(each).written();
                boolean otherwise = theirs.contains("*main.Release=");
                if (!otherwise && !ours.equals(theirs))
                    differences.add(each.json() + "\n  Go:   " + theirs + "\n  ours: " + ours);
            }
        }
        assertThat(differences).isEmpty();
    }
}
