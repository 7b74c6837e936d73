package dev.slipway.scaffolder.action;

import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.builtin.Schemas;
import dev.slipway.scaffolding.known.KnownActions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code publish:github} on the platform's own Git host: any repository, without declaring a service. */
@Component
class PublishRepository implements Action {

    private static final Pattern OWNER = Pattern.compile("[?&]owner=([^&]+)");
    private static final Pattern REPOSITORY = Pattern.compile("[?&]repo=([^&]+)");

    private final Publishing publishing;

    PublishRepository(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public String id() {
        return "publish:github";
    }

    @Override
    public String description() {
        return "Creates a repository, with the workspace as its first commit";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("*repoUrl", "string", "description", "string");
    }

    @Override
    public Map<String, Object> outputSchema() {
        return KnownActions.outputSchema(id());
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        try {
            RepositoryRef repository = repository(Answers.text(input, "repoUrl").orElse(""));
            return publishing.exists(repository)
                    ? List.of(new InputProblem("repoUrl", "There is a repository \"" + repository + "\" already."))
                    : List.of();
        } catch (ActionException | IllegalArgumentException e) {
            return List.of(new InputProblem("repoUrl", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public ActionResult run(ActionContext context) {
        RepositoryRef repository = repository(context.text("repoUrl").orElse(""));
        publishing.claim(context, repository);
        return new ActionResult.Done(publishing.publish(context, repository, Set.of(), Actors.of(context.run())));
    }

    @Override
    public boolean takesBack() {
        return true;
    }

    @Override
    public void undo(ActionContext context) {
        RepositoryRef repository = repository(context.text("repoUrl").orElse(""));
        if (publishing.holds(context, repository)) {
            publishing.takeBack(context, repository, Actors.of(context.run()));
            publishing.release(context, repository);
        }
    }

    private static RepositoryRef repository(String url) {
        return new RepositoryRef(part(OWNER, url), part(REPOSITORY, url));
    }

    private static String part(Pattern pattern, String url) {
        Matcher matcher = pattern.matcher(url);
        if (!matcher.find()) {
            throw new ActionException("\"" + url + "\" is not a repository: expected host?owner=…&repo=…");
        }
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }
}
