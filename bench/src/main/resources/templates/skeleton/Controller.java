package ${{ values.javaPackage }}.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.*;

/** The endpoints of ${{ values.name }}. */
@RestController
class ${{ values.databaseName | capitalize }}Controller {
{% macro mapping(method, path) -%}
    @${{ method | capitalize }}Mapping("${{ path }}")
    Map<String, Object> ${{ method | lower }}${{ path.replace(r/[^a-zA-Z]/g, "") | capitalize }}() {
        return Map.of("path", "${{ path }}", "method", "${{ method }}");
    }
{%- endmacro %}
{% for endpoint in values.endpoints %}{% for method in endpoint.methods %}
    ${{ mapping(method, endpoint.path) }}
{% endfor %}{% endfor %}
}
