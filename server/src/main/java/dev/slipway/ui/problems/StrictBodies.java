package dev.slipway.ui.problems;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses bodies with fields that Slipway's own API does not know: a misspelt field would otherwise ask for something else than its
 * writer meant. Clients of the APIs that are Backstage's may send more than Slipway reads.
 */
@ControllerAdvice
class StrictBodies extends RequestBodyAdviceAdapter implements WebMvcConfigurer {

    private final HttpServletRequest request;
    private final JsonMapper json;

    StrictBodies(HttpServletRequest request, JsonMapper json) {
        this.request = request;
        this.json = json;
    }

    @Override
    public void configureMessageConverters(ServerBuilder converters) {
        JsonMapper mapper = json.rebuild().addHandler(new UnknownFields()).build();
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper));
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return Audience.of(request) == Audience.API;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        List<Problem> unknown = UnknownFields.in(RequestContextHolder.currentRequestAttributes());
        if (!unknown.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID, unknown);
        }
        return body;
    }
}
