package dev.slipway.ui.problems;

import dev.slipway.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the container refuses before any filter sees it, an address that cannot be decoded for example, is told as everything else is. */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ProblemAnswers answers;

    ContainerErrors(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                replace(host.getPipeline());
                host.setErrorReportValveClass(Reports.class.getName());
            }
        });
    }

    private void replace(Pipeline pipeline) {
        for (var valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        pipeline.addValve(new Reports(answers));
    }

    private static final class Reports extends ErrorReportValve {

        private final ProblemAnswers answers;

        Reports(ProblemAnswers answers) {
            this.answers = answers;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            boolean told = status < 400 || response.getContentWritten() > 0 || !response.setErrorReported();
            if (told) {
                return;
            }
            try {
                answers.write(request, response, report(status));
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ProblemReport report(int status) {
            if (status >= 500) {
                return ProblemReport.unexpected();
            }
            return ProblemReport.of(
                    status,
                    Problem.of("The address or a header of the request cannot be read.")
                            .expecting("percent-encoded UTF-8 without control characters, and not too long"));
        }
    }
}
