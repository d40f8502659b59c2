// Spheres as sprites. VERTEX = (node index, corner). Bits of look.a: networkstate.h, AttributeBit.
// Few and packed varyings: a software rasteriser pays for each with every sprite.
VARYING vec4 vColor;  // seen through the haze already; alpha
VARYING vec4 vSphere; // corner x y, radius in pixels, haze (negative: with a bright rim)

float overshoot(float t)
{
    float k = clamp(t, 0.0, 1.0) - 1.0;
    return max(1.0 + 2.70158 * k * k * k + 1.70158 * k * k, 0.0);
}

void MAIN()
{
    int index = int(VERTEX.x + 0.5);
    ivec2 at = ivec2(index & 2047, index >> 11);
    vec4 place = texelFetch(positions, at, 0);
    ivec4 look = ivec4(texelFetch(attributes, at, 0) * 255.0 + 0.5);
    int bits = look.a;
    float since = (bits & 8) != 0 ? joinTime : introTime - float(look.b) * 0.1;
    if (place.w < -1.5 || (bits & 1) != 0 || since <= 0.0) {
        POSITION = vec4(2.0, 2.0, 2.0, 1.0);
        POINT_SIZE = 0.0;
        vColor = vec4(0.0);
        vSphere = vec4(0.0);
    } else {
        bool faded = (depthLimit > 0.5 && float(look.b) > depthLimit + 0.5)
            || (filtered > 0.5 && (bits & (2 | 4)) == 0) || (bits & (128 | 4)) == 128;
        float size = float(look.g) * (5.0 / 255.0);
        vec4 clip = VIEWPROJECTION_MATRIX * vec4(place.xyz, 1.0);
        float scale = PROJECTION_MATRIX[1][1] * 0.5 * viewport.y / max(clip.w, 0.001);
        float least = smallestPixels * 0.5 * exp2(0.5 * size);
        if (index == int(centreRose))
            least = max(least, centrePixels / roseScale);
        float grown = overshoot(since * 2.0);
        // The heart of a rose; from afar, where petals would be a flicker, it is the whole of it (rose.vert agrees).
        if ((bits & 64) != 0)
            grown *= mix(1.5, roseCore, smoothstep(9.0, 16.0, max(radiusUnit * exp2(size) * scale, least) * roseScale / pixelRatio));
        float radius = radiusUnit * exp2(size) * grown;
        float wanted = radius * scale;
        float pixels = max(wanted, least * grown);
        vec2 reach = VERTEX.yz * (pixels + 0.5) / (0.5 * viewport) * clip.w;
        // The sprite stands at the front of its sphere, so that links end at its surface.
        float front = max(clip.w - radius, 0.6 * clip.w);
        float z = (-PROJECTION_MATRIX[2][2] * front + PROJECTION_MATRIX[3][2]) / front;
        POSITION = vec4(clip.xy + reach, z * clip.w, clip.w);
        POINT_SIZE = 2.0 * pixels + 1.0;
        vec3 base = texelFetch(palette, ivec2(look.r, 0), 0).rgb;
        float haze = clamp((clip.w - fog.x) / (fog.y - fog.x), 0.0, 1.0) * fog.z;
        if ((bits & 4) != 0) {
            base = mix(base, pathColor, 0.55);
            haze *= 0.3;
        }
        // A node smaller than the smallest sprite keeps its share of light by being fainter.
        float alpha = (faded ? fadedAlpha : 1.0) * ((bits & 32) != 0 ? 0.45 : 1.0) * clamp(wanted / pixels + 0.25, 0.0, 1.0);
        vColor = vec4(base * (1.0 - haze), alpha);
        vSphere = vec4(VERTEX.yz, pixels, (bits & 16) != 0 ? -1.0 - haze : haze);
    }
}
