package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.GitContent;
import dev.slipway.identity.Role;
import dev.slipway.support.BackstageClient;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backstage's published client, run by Node, runs a template. Skipped where Node or its packages are missing. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class ScaffolderClientIT {

    private static final String UNIQUE = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Callers callers;

    @Autowired
    private GitContent content;

    @Test
    void runsATemplate() throws Exception {
        BackstageClient client = BackstageClient.installed("scaffolder.mjs");
        new OwnTemplates(content).put("client-" + UNIQUE, """
                parameters:
                  - title: About it
                    required: [name]
                    properties: {name: {type: string, pattern: '^[a-z]+$'}, wait: {type: boolean}}
                steps:
                  - {id: tell, name: Tell, action: debug:log, input: {message: 'Hello ${{ parameters.name }} ${{ secrets.key }}'}}
                  - {id: wait, action: debug:wait, if: '${{ parameters.wait }}', input: {minutes: 30}}
                output: {text: [{title: Said, content: Hello}]}
                """);
        String account = "client-" + UNIQUE;

        JsonNode answers = client.run(
                callers.address().toString(),
                callers.token(account, Set.of(), Role.TEAM_LEAD),
                account,
                "client-" + UNIQUE);

        assertThat(answers).isEqualTo(JsonMapper.shared().readTree("""
                        {"schema": ["Test of client-U", [["About it", ["name", "wait"]]]],
                         "refused": true,
                         "streamed": ["completion", "Run completed with status: completed", [{"title": "Said", "content": "Hello"}],
                            [["log", "Beginning step Tell", "processing"], ["log", "Hello ada ***", null], ["log", "Finished step Tell", "completed"]]],
                         "polled": "completion",
                         "after": true,
                         "task": ["completed", "scaffolder.backstage.io/v1beta3", {"name": "ada"}, ["tell", "wait"], "string", "string"],
                         "listed": [[true], 1],
                         "unknown": true,
                         "cancelled": ["cancelled", "completion"],
                         "dryRun": ["Beginning step a", "***", "Finished step a"],
                         "extensions": [["parseEntityRef", "parseRepoUrl", "pick", "projectSlug"], "string", 1, ["functions", "values"]],
                         "owners": true,
                         "repositories": true,
                         "branches": true,
                         "otherProvider": true,
                         "otherResource": true,
                         "noToken": true}
                        """.replace("client-U", "client-" + UNIQUE)));
    }
}
