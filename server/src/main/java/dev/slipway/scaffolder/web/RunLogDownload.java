package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.TemplateRuns;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The whole log of a run as a text. */
@RestController
class RunLogDownload {

    private final TemplateRuns runs;
    private final RunAccess access;

    RunLogDownload(TemplateRuns runs, RunAccess access) {
        this.runs = runs;
        this.access = access;
    }

    @GetMapping("/create/runs/{id}/log.txt")
    @Access(Permission.VIEW)
    ResponseEntity<StreamingResponseBody> log(@PathVariable String id) {
        RunId run = access.get(id).id();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"run-" + run + ".txt\"")
                .body(stream -> {
                    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                    List<RunLogLine> lines = runs.log(run, 0);
                    while (!lines.isEmpty()) {
                        for (RunLogLine line : lines) {
                            writer.write(line.at() + " " + (line.step().isEmpty() ? "" : "[" + line.step() + "] ")
                                    + line.text() + "\n");
                        }
                        lines = runs.log(run, lines.getLast().number());
                    }
                    writer.flush();
                });
    }
}
