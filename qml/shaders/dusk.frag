// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// A radial gradient of three colours, dithered: over a thousand pixels it changes by some twenty steps of eight bits,
// which are seen as rings otherwise.
layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float radius;
    vec2 area;
    vec2 centre;
    vec4 inner;
    vec4 middle;
    vec4 outer;
};

const float turn = 0.45; // where `middle` lies between centre and radius

// Interleaved gradient noise (Jimenez 2014): even over any few neighbouring pixels, and no texture is needed.
float noise(vec2 pixel)
{
    return fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
}

void main()
{
    float t = clamp(distance(qt_TexCoord0 * area, centre) / radius, 0.0, 1.0);
    vec3 color = t < turn ? mix(inner.rgb, middle.rgb, t / turn) : mix(middle.rgb, outer.rgb, (t - turn) / (1.0 - turn));
    color += (noise(gl_FragCoord.xy) - 0.5) / 255.0;
    fragColor = vec4(color, 1.0) * qt_Opacity;
}
