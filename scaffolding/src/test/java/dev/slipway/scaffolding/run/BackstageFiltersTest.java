package dev.slipway.scaffolding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.template.Expression;
import dev.slipway.template.contract.TemplateOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four filters as Backstage's packages have them. */
class BackstageFiltersTest {

    private static final TemplateOptions LANGUAGE = BackstageFilters.addTo(TemplateOptions.backstage());

    private static Object value(String expression, Object v) {
        return Expression.parse("template.yaml", expression, LANGUAGE).evaluate(Map.of("v", v));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                # url                                                                  | owner     | repo | organization | workspace | project
                github.com?owner=a&repo=b                                              | a         | b    | -            | -         | -
                https://github.acme.example?repo=b&owner=a                             | a         | b    | -            | -         | -
                github.com?owner=/a/&repo=b/                                           | a         | b    | -            | -         | -
                github.com?owner=a&repo=b&owner=c                                      | a         | b    | -            | -         | -
                github.com?owner=a&repo=b&project=&unknown=x                           | a         | b    | -            | -         | -
                gitlab.com?owner=group%2Fsub&repo=b                                    | group/sub | b    | -            | -         | -
                gitlab.acme.example?project=17                                         | -         | -    | -            | -         | 17
                dev.azure.com?project=p&repo=b                                         | -         | b    | -            | -         | p
                dev.azure.com?organization=o&project=p&repo=b                          | -         | b    | o            | -         | p
                acme.visualstudio.com?project=p&repo=b                                 | -         | b    | -            | -         | p
                bitbucket.org?workspace=w&project=p&repo=b                             | -         | b    | -            | w         | p
                bitbucket.acme.example?project=p&repo=b                                | -         | b    | -            | -         | p
                gerrit.acme.example?repo=b                                             | -         | b    | -            | -         | -
                gitea.acme.example?owner=a&repo=b                                      | a         | b    | -            | -         | -
                git.acme.example:7070?owner=a b&repo=b                                 | a b       | b    | -            | -         | -
                git.acme.example?repo=b                                                | -         | b    | -            | -         | -
                """)
    void readsTheParts(String url, String owner, String repo, String organization, String workspace, String project) {
        assertThat(value("v | parseRepoUrl", url)).isInstanceOfSatisfying(Map.class, parts -> {
            assertThat(parts.get("owner")).isEqualTo(owner);
            assertThat(parts.get("repo")).isEqualTo(repo);
            assertThat(parts.get("organization")).isEqualTo(organization);
            assertThat(parts.get("workspace")).isEqualTo(workspace);
            assertThat(parts.get("project")).isEqualTo(project);
            assertThat(parts.get("host")).isEqualTo(url.replace("https://", "").split("\\?")[0]);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "github.com?repo=b, owner",
        "github.com?owner=&repo=b, owner",
        "github.com?owner=a, repo",
        "github.acme.example, owner",
        "gitlab.com?repo=b, owner",
        "gitlab.com?owner=a, repo",
        "dev.azure.com?organization=o&repo=b, project",
        "dev.azure.com?project=p, repo",
        "bitbucket.org?project=p&repo=b, workspace",
        "bitbucket.org?workspace=w&repo=b, project",
        "bitbucket.acme.example?owner=a&repo=b, project",
        "gerrit.acme.example?owner=a, repo",
        "git.acme.example?owner=a, repo",
        "?owner=a&repo=b, host"
    })
    void saysWhichPartIsMissing(String url, String part) {
        assertThatThrownBy(() -> value("v | parseRepoUrl", url)).hasMessageContaining("names no " + part);
        assertThatThrownBy(() -> value("v | projectSlug", url)).hasMessageContaining("names no " + part);
    }

    @Test
    void aSlugHasBothParts() {
        assertThat(value("v | projectSlug", "gitlab.com?owner=group%2Fsub&repo=b"))
                .isEqualTo("group/sub/b");
        for (String url :
                List.of("dev.azure.com?project=p&repo=b", "gitlab.com?project=17", "git.example.org?repo=b")) {
            assertThatThrownBy(() -> value("v | projectSlug", url)).hasMessageContaining("no project slug");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                a.b          | deep
                a['b']       | deep
                ['a'].b      | deep
                list[1].name | second
                list.1.name  | second
                list['0'].name | first
                x.y          | literal
                text.0       | t
                list.length  | 2
                text.length  | 4
                """)
    void picksWhatLodashGets(String path, String expected) {
        assertThat(value("v | pick(\"" + path + "\")", tree())).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "z", "a.z", "a.b.c.d", "list[2]", "list[-1]", "list.name", "text.name", "a.constructor", "."
            })
    void picksNothingWhereNothingIs(String path) {
        assertThat(value("(v | pick('" + path + "')) is defined", tree())).isEqualTo(false);
        assertThat(value("v | pick('" + path + "', 'else')", tree())).isEqualTo("else");
    }

    @Test
    void picksByAListOfKeys() {
        assertThat(value("v | pick(['list', 0, 'name'])", tree())).isEqualTo("first");
    }

    private static Map<String, Object> tree() {
        return Map.of(
                "a", Map.of("b", "deep"),
                "list", List.of(Map.of("name", "first"), Map.of("name", "second")),
                "x.y", "literal",
                "x", Map.of("y", "nested"),
                "text", "text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                component:red/a | v | component | red | a
                component:a | v | component | default | a
                component:a | v | component | default | a
                red/a | defaultKind='group' | group | red | a
                a | {defaultKind: 'group', defaultNamespace: 'red'} | group | red | a
                a | defaultKind='group', defaultNamespace='red' | group | red | a
                red/a:b | {defaultKind: 'group'} | group | red | a:b
                component:red/a | {defaultKind: 'group', defaultNamespace: 'blue'} | component | red | a
                """)
    void readsEntityReferences(String reference, String defaults, String kind, String namespace, String name) {
        assertThat(value("v | parseEntityRef(" + (defaults.equals("v") ? "" : defaults) + ")", reference))
                .isEqualTo(Map.of("kind", kind, "namespace", namespace, "name", name));
    }

    @Test
    void readsEntityReferencesThatAreMaps() {
        assertThat(value("v | parseEntityRef({defaultKind: 'group'})", Map.of("name", "a")))
                .isEqualTo(Map.of("kind", "group", "namespace", "default", "name", "a"));
        assertThatThrownBy(() -> value("v | parseEntityRef", Map.of("kind", "group")))
                .hasMessageContaining("no name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "red/a", ":a", "component:", "component:/a", "component:red/", "/"})
    void refusesWhatIsNoEntityReference(String reference) {
        assertThatThrownBy(() -> value("v | parseEntityRef", reference))
                .hasMessageContaining(reference.isEmpty() ? "empty" : "kind:namespace/name");
    }
}
