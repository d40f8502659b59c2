// Petals of the roses at the roots; RoseGeometry says what the attributes mean. A rose turns its face to the viewer.
VARYING vec3 vNormal;
VARYING vec4 vPetal; // across, along, rank, haze

// A place on a petal: it rises from the stem's foot, leans out by its rank, curls at the tip, and is cupped across.
vec3 petal(float across, float along, float rank, float angle)
{
    float breath = 0.05 * sin(roseTime * 0.9 + angle * 1.7) + 0.07 * sin(roseTime * 0.45);
    float open = pow(rank, 0.75);
    float lean = mix(0.02, 1.22, open) + breath * (0.3 + rank);
    float bend = lean + along * along * mix(-0.30, 0.55, open);
    float size = mix(0.50, 1.0, open);
    float reach = along * size;
    // Narrow at the foot, broad and round at the tip.
    float rise = clamp(along * 1.7, 0.0, 1.0);
    float width = size * mix(0.40, 0.66, rank) * rise * (2.0 - rise) * sqrt(max(1.0 - pow(along, 5.0), 0.0));
    float cup = across * across * width * mix(1.05, 0.40, open);
    float wave = 0.035 * rank * along * sin(across * 7.0 + angle * 3.0);
    // Outwards (x), sideways (y), upwards along the stem (z), before turning around the stem.
    vec3 at = vec3(sin(bend) * reach - cos(bend) * (cup - wave) + 0.03 + 0.07 * rank, across * width,
                   cos(bend) * reach + sin(bend) * (cup - wave));
    float turn = angle + roseTime * 0.05;
    return vec3(at.x * cos(turn) - at.y * sin(turn), at.x * sin(turn) + at.y * cos(turn), at.z - 0.06);
}

float overshoot(float t)
{
    float k = clamp(t, 0.0, 1.0) - 1.0;
    return max(1.0 + 2.70158 * k * k * k + 1.70158 * k * k, 0.0);
}

void MAIN()
{
    int index = int(VERTEX.z + 0.5);
    ivec2 at = ivec2(index & 2047, index >> 11);
    vec4 place = texelFetch(positions, at, 0);
    ivec4 look = ivec4(texelFetch(attributes, at, 0) * 255.0 + 0.5);
    vPetal = vec4(0.0);
    vNormal = vec3(0.0, 0.0, 1.0);
    POSITION = vec4(2.0, 2.0, 2.0, 1.0);
    if (place.w > -1.5 && (look.a & 1) == 0 && introTime > 0.0) {
        float across = VERTEX.x;
        float along = VERTEX.y;
        vec3 p = petal(across, along, UV0.x, UV0.y);
        vec3 du = petal(across + 0.02, along, UV0.x, UV0.y) - p;
        vec3 dv = petal(across, along + 0.02, UV0.x, UV0.y) - p;
        vec4 center = VIEW_MATRIX * vec4(place.xyz, 1.0);
        float depth = max(-center.z, 0.001);
        float size = float(look.g) * (5.0 / 255.0);
        float scale = PROJECTION_MATRIX[1][1] * 0.5 * viewport.y / depth;
        float least = smallestPixels * 0.5 * exp2(0.5 * size);
        if (index == int(centreRose))
            least = max(least, centrePixels / roseScale);
        float radius = max(radiusUnit * exp2(size), least / scale) * roseScale;
        float bloom = smoothstep(9.0, 16.0, radius * scale / pixelRatio);
        radius *= overshoot(introTime * 1.2) * bloom;
        // The stem points at the viewer, a little upwards, so that one looks into the flower.
        vec3 stem = normalize(vec3(0.16, 0.42, 0.89));
        vec3 side = normalize(cross(vec3(0.0, 1.0, 0.0), stem));
        mat3 pose = mat3(side, cross(stem, side), stem);
        vNormal = normalize(pose * cross(du, dv));
        vPetal = vec4(across, along, UV0.x, clamp((depth - fog.x) / (fog.y - fog.x), 0.0, 1.0) * fog.z * 0.6);
        POSITION = PROJECTION_MATRIX * (center + vec4(pose * p * radius, 0.0));
    }
}
