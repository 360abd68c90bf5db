package dev.shopbell.platform.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.jspecify.annotations.Nullable;

/// How large the body of a request may be: as its route says ([TakesFile], [TakesMuch]), any other
/// one as large as JSON has to be.
@Singleton
final class BodySizes {

    static final int MOST_JSON_BYTES = 64 * 1024;

    private static final BodySize JSON = new BodySize(MOST_JSON_BYTES, false);

    private record Route(String method, Pattern path, BodySize size) {}

    // Known once the server has its routes; the same ever after.
    private volatile @Nullable List<Route> routes;

    BodySize of(String method, String path) {
        return sized().stream()
                .filter(route -> route.method().equals(method))
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::size)
                .findFirst()
                .orElse(JSON);
    }

    private List<Route> sized() {
        List<Route> known = routes;
        if (known == null) {
            known = read();
            routes = known;
        }
        return known;
    }

    private static List<Route> read() {
        List<Route> found = new ArrayList<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "",
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(
                            String method, String path, RuntimeResource resource) {
                        BodySize size = size(resource.getLazyMethod().getMethod());
                        if (size != null) {
                            found.add(new Route(method, AllowedMethods.pattern(path), size));
                        }
                    }
                });
        return List.copyOf(found);
    }

    private static @Nullable BodySize size(Method route) {
        TakesFile file = route.getAnnotation(TakesFile.class);
        TakesMuch text = route.getAnnotation(TakesMuch.class);
        if (file != null) {
            return new BodySize(file.mostBytes(), true);
        }
        return text == null ? null : new BodySize(text.mostBytes(), false);
    }

    /// A limit, and how it is said that something is beyond it.
    record BodySize(int mostBytes, boolean isFile) {

        RefusedException refusal() {
            return isFile
                    ? new RefusedException(HttpRefusal.FILE_TOO_LARGE, Map.of("limit", mostBytes))
                    : new RefusedException(HttpRefusal.BODY_TOO_LARGE);
        }
    }
}
