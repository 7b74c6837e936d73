package dev.slipway.scaffolder.tasks;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.TemplateRuns;
import java.util.List;
import org.springframework.stereotype.Component;

/** The events of the attempt that is under way, or was the last: Backstage forgets those of earlier ones too. */
@Component
class TaskEvents {

    private final TemplateRuns runs;

    TaskEvents(TemplateRuns runs) {
        this.runs = runs;
    }

    /** The end is among them even for who has seen it, so that nobody waits for another. */
    List<TaskEvent> after(RunId run, long number) {
        long begin = Math.max(number, runs.lastRetry(run) - 1);
        List<TaskEvent> events = runs.log(run, begin).stream()
                .map(line -> TaskEvent.of(run, line))
                .toList();
        return events.isEmpty() && ended(run) ? end(run) : events;
    }

    private boolean ended(RunId run) {
        return runs.find(run).map(found -> found.status().ended()).orElse(true);
    }

    private List<TaskEvent> end(RunId run) {
        return runs.lastLines(run, 1).stream()
                .map(line -> TaskEvent.of(run, line))
                .map(TaskEvent::asLast)
                .toList();
    }
}
