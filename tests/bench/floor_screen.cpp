#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>

#include "tests/bench/bare_lmdb.h"
#include "tests/bench/timing.h"

// floor_screen FONT BOXES [STORE | --redraws N]: the least that a program can do to show the boxes of a
// screen of the kiosk with SDL2 and SDL2_ttf: one font, one line of text a box, no layout, no languages, no
// state. BOXES holds lines "x y w h label". A box under the finger turns grey; when the finger goes up 64
// bytes are committed to LMDB in STORE, and all is drawn again in another colour. With --redraws it draws N
// times and prints "median p99", in ms.

namespace {

using kiosk::bench::BareLmdb;

struct Box {
  SDL_Rect area{};
  std::string label;
  SDL_Texture* text = nullptr;  // as long as the program
  SDL_Rect text_area{};
};

std::vector<Box> read(const char* file) {
  std::vector<Box> boxes;
  std::ifstream stream{file};
  Box box;
  while (stream >> box.area.x >> box.area.y >> box.area.w >> box.area.h &&
         std::getline(stream >> std::ws, box.label)) {
    boxes.push_back(box);
  }
  return boxes;
}

void make_texts(SDL_Renderer* renderer, TTF_Font* font, std::vector<Box>& boxes) {
  for (Box& box : boxes) {
    SDL_Surface* letters = TTF_RenderUTF8_Blended(font, box.label.c_str(), {20, 20, 20, 255});
    if (letters == nullptr) continue;
    box.text = SDL_CreateTextureFromSurface(renderer, letters);
    box.text_area = {box.area.x + 20, box.area.y + (box.area.h - letters->h) / 2, letters->w, letters->h};
    SDL_FreeSurface(letters);
  }
}

void draw(SDL_Renderer* renderer, const std::vector<Box>& boxes, const Box* pressed, bool other) {
  SDL_SetRenderDrawColor(renderer, 250, 248, other ? 235 : 244, 255);
  SDL_RenderClear(renderer);
  for (const Box& box : boxes) {
    const Uint8 grey = &box == pressed ? 200 : 255;
    SDL_SetRenderDrawColor(renderer, grey, grey, grey, 255);
    SDL_RenderFillRect(renderer, &box.area);
    SDL_SetRenderDrawColor(renderer, 60, 60, 60, 255);
    SDL_RenderDrawRect(renderer, &box.area);
    if (box.text != nullptr) SDL_RenderCopy(renderer, box.text, nullptr, &box.text_area);
  }
  SDL_RenderPresent(renderer);
}

const Box* box_at(const std::vector<Box>& boxes, int x, int y) {
  const SDL_Point point{x, y};
  const auto found = std::find_if(boxes.rbegin(), boxes.rend(), [&](const Box& box) {
    return SDL_PointInRect(&point, &box.area) == SDL_TRUE;
  });
  return found == boxes.rend() ? nullptr : &*found;
}

int redraw(SDL_Renderer* renderer, const std::vector<Box>& boxes, int times) {
  std::vector<double> taken;
  for (int i = 0; i < times; ++i)
    taken.push_back(kiosk::bench::timed([&] { draw(renderer, boxes, nullptr, false); }));
  std::printf("%.2f %.2f\n", kiosk::bench::median(taken), kiosk::bench::quantile(taken, 0.99));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) return 2;
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // the least: X takes the picture as it is
  SDL_Window* window = SDL_CreateWindow("floor", 0, 0, 1080, 1920, 0);
  SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
  TTF_Font* font = TTF_OpenFont(argv[1], 36);
  if (renderer == nullptr || font == nullptr) return 1;
  std::vector<Box> boxes = read(argv[2]);
  make_texts(renderer, font, boxes);
  if (argc == 5 && std::string{argv[3]} == "--redraws") return redraw(renderer, boxes, std::atoi(argv[4]));
  std::unique_ptr<BareLmdb> store;
  if (argc == 4) store = std::make_unique<BareLmdb>(argv[3]);

  bool other = false;
  draw(renderer, boxes, nullptr, other);
  SDL_Event event;
  while (SDL_WaitEvent(&event) == 1 && event.type != SDL_QUIT) {
    if (event.type == SDL_MOUSEBUTTONDOWN)
      draw(renderer, boxes, box_at(boxes, event.button.x, event.button.y), other);
    if (event.type == SDL_MOUSEBUTTONUP) {
      other = !other;
      const unsigned char bytes[64]{static_cast<unsigned char>(other)};
      if (store) store->commit(bytes, sizeof(bytes));
      draw(renderer, boxes, nullptr, other);
    }
    if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED) {
      draw(renderer, boxes, nullptr, other);
    }
  }
  SDL_Quit();
  return 0;
}
