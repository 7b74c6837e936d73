package dev.slipway.cli.template;

import dev.slipway.documents.yaml.Place;
import dev.slipway.scaffolding.testing.TemplateTests;
import dev.slipway.scaffolding.testing.TestResult;
import java.util.List;

/** What came of the tests of some templates, for machines to read. */
public record TestReport(List<Result> tests, long passed, long failed) {

    public TestReport {
        tests = List.copyOf(tests);
    }

    public static TestReport of(List<TemplateDirectory> templates, LocalActions actions) {
        List<Result> tests = templates.stream()
                .flatMap(template -> tests(template, actions).run().stream().map(result -> Result.of(result, template)))
                .toList();
        long passed = tests.stream().filter(Result::passed).count();
        return new TestReport(tests, passed, tests.size() - passed);
    }

    static TemplateTests tests(TemplateDirectory template, LocalActions actions) {
        return new TemplateTests(template.definition(), template.tree(), actions.of(template.directory()));
    }

    /**
     * What came of one test.
     *
     * @param template the template's file
     */
    public record Result(String template, String name, String file, int line, boolean passed, List<Failure> failures) {

        public Result {
            failures = List.copyOf(failures);
        }

        static Result of(TestResult result, TemplateDirectory template) {
            return new Result(
                    template.file().toString(),
                    result.name(),
                    result.place().file(),
                    result.place().line(),
                    result.passed(),
                    result.failures().stream().map(Failure::of).toList());
        }
    }

    /**
     * What was not as expected.
     *
     * @param difference lines that begin with {@code -} and {@code +}; empty for none
     */
    public record Failure(String file, int line, int column, String message, String difference) {

        static Failure of(TestResult.Failure failure) {
            Place place = failure.place();
            return new Failure(place.file(), place.line(), place.column(), failure.message(), failure.difference());
        }

        /** {@code file:line:column}, as editors open it. */
        public String where() {
            return file + ":" + line + ":" + column;
        }
    }
}
